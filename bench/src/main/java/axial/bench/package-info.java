/** Measurements of Axial beside other ways of doing the same, each contender in a process of its own, in turn. */
package axial.bench;
