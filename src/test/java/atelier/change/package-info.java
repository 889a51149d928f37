/** What a change of each key does on the real engine; may use the test packages and Jackson, nothing of the program. */
package atelier.change;
