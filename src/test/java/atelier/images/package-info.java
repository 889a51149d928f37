/** What the images are made of and how they are built, judged without Azure. */
package atelier.images;
