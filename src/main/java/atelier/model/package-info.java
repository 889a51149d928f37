/** What a team asked for, as values that cannot be invalid; imports nothing but the JDK. */
package atelier.model;
