/**
 * The program that Pulumi runs: reads the configuration, judges it, declares the stack. May import: all of the program, never
 * sandbox or agent.
 */
package atelier;
