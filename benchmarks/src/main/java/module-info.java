/** Benchmarks and the guard; shipped to no one. */
module org.bitewing.benchmarks {
    requires org.bitewing.core;
}
