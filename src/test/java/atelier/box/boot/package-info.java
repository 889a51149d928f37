/** The scripts of a workstation's boot, run for real in namespaces; may import the program's boot package and Jackson. */
package atelier.box.boot;
