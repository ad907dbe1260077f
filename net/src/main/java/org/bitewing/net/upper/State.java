package org.bitewing.net.upper;

/** The thirteen states (PS3.8 Tables 9-1 to 9-5). */
public enum State {
    /** Idle. */
    STA1("idle"),
    /** The connection is open; the A-ASSOCIATE-RQ is awaited. */
    STA2("transport connection open, awaiting A-ASSOCIATE-RQ"),
    /** The local user's answer to an A-ASSOCIATE-RQ is awaited. */
    STA3("awaiting the local A-ASSOCIATE response"),
    /** The connection is being opened. */
    STA4("awaiting the transport connection to open"),
    /** The answer to our A-ASSOCIATE-RQ is awaited. */
    STA5("awaiting A-ASSOCIATE-AC or -RJ"),
    /** The association is established. */
    STA6("association established, ready for data transfer"),
    /** The answer to our A-RELEASE-RQ is awaited. */
    STA7("awaiting A-RELEASE-RP"),
    /** The local user's answer to an A-RELEASE-RQ is awaited. */
    STA8("awaiting the local A-RELEASE response"),
    /** Release collision, requestor: the local user's answer is awaited. */
    STA9("release collision, requestor, awaiting the local A-RELEASE response"),
    /** Release collision, acceptor: the A-RELEASE-RP is awaited. */
    STA10("release collision, acceptor, awaiting A-RELEASE-RP"),
    /** Release collision, requestor: the A-RELEASE-RP is awaited. */
    STA11("release collision, requestor, awaiting A-RELEASE-RP"),
    /** Release collision, acceptor: the local user's answer is awaited. */
    STA12("release collision, acceptor, awaiting the local A-RELEASE response"),
    /** The association is over; the peer shall close the connection. */
    STA13("awaiting the transport connection to close");

    private final String meaning;

    State(String meaning) {
        this.meaning = meaning;
    }

    /**
     * What the state is.
     *
     * @return in the words of PS3.8
     */
    public String meaning() {
        return meaning;
    }
}
