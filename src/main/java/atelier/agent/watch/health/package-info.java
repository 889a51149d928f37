/** Whether a workstation is well, part by part. May import: {@code atelier.agent.watch.signal} for its programs, Jackson. */
package atelier.agent.watch.health;
