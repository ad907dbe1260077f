/** Benchmarks and the guard; shipped to no one. */
// JMH has no module descriptor; as nothing of it is needed at run time, nor shipped, that does no harm.
@SuppressWarnings("requires-automatic")
module org.bitewing.benchmarks {
    requires org.bitewing.core;
    requires org.bitewing.codec;
    requires org.bitewing.net;
    requires org.bitewing.tools;
    requires jdk.management;
    requires static jmh.core;
}
