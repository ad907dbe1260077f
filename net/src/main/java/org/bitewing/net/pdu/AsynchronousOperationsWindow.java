package org.bitewing.net.pdu;

/**
 * The asynchronous operations window sub-item (PS3.7 D.3.3.3): how many operations may be outstanding.
 *
 * @param invoked   that the sender of the item may invoke; 0 for any number
 * @param performed that it may be asked to perform; 0 for any number
 */
public record AsynchronousOperationsWindow(int invoked, int performed) {
}
