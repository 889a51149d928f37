/** Text to model: reads the whole configuration and reports every problem at once. May import: model, Jackson. */
package atelier.config;
