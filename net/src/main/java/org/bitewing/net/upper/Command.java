package org.bitewing.net.upper;

/** What the owner of a connection is told to do: the parts of which the actions of PS3.8 9.2.3 are made. */
public enum Command {
    /** Open a connection to the peer. */
    OPEN_TRANSPORT,
    /** Close the connection. */
    CLOSE_TRANSPORT,
    /** Start the ARTIM timer, from its beginning where it runs already. */
    START_ARTIM,
    /** Stop the ARTIM timer where it runs. */
    STOP_ARTIM,
    /** Send the A-ASSOCIATE-RQ. */
    SEND_ASSOCIATE_RQ,
    /** Send the A-ASSOCIATE-AC. */
    SEND_ASSOCIATE_AC,
    /** Send the A-ASSOCIATE-RJ. */
    SEND_ASSOCIATE_RJ,
    /** Send the P-DATA-TF. */
    SEND_P_DATA,
    /** Send the A-RELEASE-RQ. */
    SEND_RELEASE_RQ,
    /** Send the A-RELEASE-RP. */
    SEND_RELEASE_RP,
    /** Send an A-ABORT whose source is the user. */
    SEND_USER_ABORT,
    /** Send an A-ABORT whose source is the provider. */
    SEND_PROVIDER_ABORT,
    /** Tell the user that an association is asked for. */
    INDICATE_ASSOCIATE,
    /** Tell the user that the association was accepted. */
    CONFIRM_ACCEPTED,
    /** Tell the user that the association was rejected. */
    CONFIRM_REJECTED,
    /** Hand data to the user. */
    INDICATE_P_DATA,
    /** Tell the user that the peer wants to end the association. */
    INDICATE_RELEASE,
    /** Tell the user that its release was agreed to. */
    CONFIRM_RELEASE,
    /** Tell the user that the peer aborted. */
    INDICATE_ABORT,
    /** Tell the user that the provider aborted. */
    INDICATE_PROVIDER_ABORT
}
