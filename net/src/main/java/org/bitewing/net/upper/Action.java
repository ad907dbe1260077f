package org.bitewing.net.upper;

import java.util.List;

/** The actions of the state machine (PS3.8 Tables 9-6 to 9-9), each as the commands that it consists of. */
public enum Action {
    /** Open the connection. */
    AE_1(Command.OPEN_TRANSPORT),
    /** Send the request. */
    AE_2(Command.SEND_ASSOCIATE_RQ),
    /** The request was accepted. */
    AE_3(Command.CONFIRM_ACCEPTED),
    /** The request was rejected. */
    AE_4(Command.CONFIRM_REJECTED, Command.CLOSE_TRANSPORT),
    /** A connection came in. */
    AE_5(Command.START_ARTIM),
    /** A request came in; {@link #AE_6_REJECTED} where the provider itself refuses it. */
    AE_6(Command.STOP_ARTIM, Command.INDICATE_ASSOCIATE),
    /** The other half of AE-6. */
    AE_6_REJECTED(Command.STOP_ARTIM, Command.SEND_ASSOCIATE_RJ, Command.START_ARTIM),
    /** Accept. */
    AE_7(Command.SEND_ASSOCIATE_AC),
    /** Reject. */
    AE_8(Command.SEND_ASSOCIATE_RJ, Command.START_ARTIM),
    /** Send data. */
    DT_1(Command.SEND_P_DATA),
    /** Data came. */
    DT_2(Command.INDICATE_P_DATA),
    /** Ask for release. */
    AR_1(Command.SEND_RELEASE_RQ),
    /** The peer asks for release. */
    AR_2(Command.INDICATE_RELEASE),
    /** Release is complete. */
    AR_3(Command.CONFIRM_RELEASE, Command.CLOSE_TRANSPORT),
    /** Agree to release. */
    AR_4(Command.SEND_RELEASE_RP, Command.START_ARTIM),
    /** The peer closed the connection, as it should. */
    AR_5(Command.STOP_ARTIM, Command.CLOSE_TRANSPORT),
    /** Data came that was on its way when we asked for release. */
    AR_6(Command.INDICATE_P_DATA),
    /** Send data although the peer asked for release. */
    AR_7(Command.SEND_P_DATA),
    /** Both sides asked for release. */
    AR_8(Command.INDICATE_RELEASE),
    /** Agree to release after a collision, as requestor. */
    AR_9(Command.SEND_RELEASE_RP),
    /** The release was agreed to after a collision, as acceptor. */
    AR_10(Command.CONFIRM_RELEASE),
    /** Abort as the user. */
    AA_1(Command.SEND_USER_ABORT, Command.START_ARTIM),
    /** Give the connection up. */
    AA_2(Command.STOP_ARTIM, Command.CLOSE_TRANSPORT),
    /** The peer aborted. */
    AA_3(Command.INDICATE_ABORT, Command.CLOSE_TRANSPORT),
    /** The connection is gone. */
    AA_4(Command.INDICATE_PROVIDER_ABORT, Command.CLOSE_TRANSPORT),
    /** The connection is gone before it was used. */
    AA_5(Command.STOP_ARTIM, Command.CLOSE_TRANSPORT),
    /** Ignore the PDU. */
    AA_6(),
    /** Abort once more. */
    AA_7(Command.SEND_PROVIDER_ABORT),
    /** Abort as the provider. */
    AA_8(Command.SEND_PROVIDER_ABORT, Command.INDICATE_PROVIDER_ABORT, Command.START_ARTIM);

    private final List<Command> commands;

    Action(Command... commands) {
        this.commands = List.of(commands);
    }

    /**
     * What is to be done, in this order.
     *
     * @return commands; none to ignore
     */
    public List<Command> commands() {
        return commands;
    }

    /** The name as in PS3.8, such as {@code AE-1}. */
    @Override
    public String toString() {
        return this == AE_6_REJECTED ? "AE-6" : name().replace('_', '-');
    }
}
