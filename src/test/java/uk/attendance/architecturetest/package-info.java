/** Code that breaks every rule of ArchitectureTest, to prove that each rule can fail. */
package uk.attendance.architecturetest;
