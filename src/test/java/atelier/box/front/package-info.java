/** The front of a workstation: rendered settings against goldens and rules, pure and by the real programs. */
package atelier.box.front;
