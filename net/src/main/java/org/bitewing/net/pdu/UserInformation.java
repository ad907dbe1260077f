package org.bitewing.net.pdu;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The user information item (PS3.8 9.3.2.3 and 9.3.3.3) with its sub-items (PS3.8 Annex D.1, PS3.7 D.3.3).
 *
 * @param maximumLength             the longest P-DATA-TF that its sender takes, in bytes without the PDU's header; 0
 *                                  for any length
 * @param implementationClassUid    of its sender; empty where it is missing
 * @param implementationVersionName of its sender; empty where it is missing
 * @param asynchronousOperations    empty where it is missing, which means one at a time
 * @param roleSelections            at most one a SOP class
 * @param extendedNegotiations      at most one a SOP class
 * @param commonExtended            in requests only
 * @param userIdentity              in requests only
 * @param userIdentityResponse      in answers only
 */
public record UserInformation(long maximumLength, String implementationClassUid, String implementationVersionName,
                              Optional<AsynchronousOperationsWindow> asynchronousOperations,
                              List<RoleSelection> roleSelections, List<ExtendedNegotiation> extendedNegotiations,
                              List<CommonExtendedNegotiation> commonExtended, Optional<UserIdentityRQ> userIdentity,
                              Optional<UserIdentityAC> userIdentityResponse) {

    /**
     * Checks the maximum length and copies the lists.
     *
     * @param maximumLength             0 to 4,294,967,295
     * @param implementationClassUid    a UID
     * @param implementationVersionName at most 16 characters
     * @param asynchronousOperations    how many operations may be outstanding
     * @param roleSelections            roles
     * @param extendedNegotiations      service class information
     * @param commonExtended            service classes
     * @param userIdentity              who the user is
     * @param userIdentityResponse      the answer to that
     */
    public UserInformation {
        if (maximumLength < 0 || maximumLength > 0xffff_ffffL) {
            throw new IllegalArgumentException("a maximum length is 0 to 4294967295, not " + maximumLength);
        }
        Objects.requireNonNull(implementationClassUid, "implementationClassUid");
        Objects.requireNonNull(implementationVersionName, "implementationVersionName");
        Objects.requireNonNull(asynchronousOperations, "asynchronousOperations");
        roleSelections = List.copyOf(roleSelections);
        extendedNegotiations = List.copyOf(extendedNegotiations);
        commonExtended = List.copyOf(commonExtended);
        Objects.requireNonNull(userIdentity, "userIdentity");
        Objects.requireNonNull(userIdentityResponse, "userIdentityResponse");
    }

    /**
     * What every association has to say.
     *
     * @param maximumLength             the longest P-DATA-TF that is taken
     * @param implementationClassUid    who is talking
     * @param implementationVersionName in which version
     * @return nothing else
     */
    public static UserInformation of(long maximumLength, String implementationClassUid,
                                     String implementationVersionName) {
        return new UserInformation(maximumLength, implementationClassUid, implementationVersionName, Optional.empty(),
                List.of(), List.of(), List.of(), Optional.empty(), Optional.empty());
    }

    /**
     * This with an asynchronous operations window.
     *
     * @param window how many operations may be outstanding
     * @return a changed copy
     */
    public UserInformation with(AsynchronousOperationsWindow window) {
        return new UserInformation(maximumLength, implementationClassUid, implementationVersionName,
                Optional.of(window), roleSelections, extendedNegotiations, commonExtended, userIdentity,
                userIdentityResponse);
    }

    /**
     * This with roles.
     *
     * @param roles at most one a SOP class
     * @return a changed copy
     */
    public UserInformation withRoles(List<RoleSelection> roles) {
        return new UserInformation(maximumLength, implementationClassUid, implementationVersionName,
                asynchronousOperations, roles, extendedNegotiations, commonExtended, userIdentity,
                userIdentityResponse);
    }

    /**
     * This with extended negotiations.
     *
     * @param extended at most one a SOP class
     * @param common   at most one a SOP class
     * @return a changed copy
     */
    public UserInformation withExtended(List<ExtendedNegotiation> extended, List<CommonExtendedNegotiation> common) {
        return new UserInformation(maximumLength, implementationClassUid, implementationVersionName,
                asynchronousOperations, roleSelections, extended, common, userIdentity, userIdentityResponse);
    }

    /**
     * This with the identity of the user.
     *
     * @param identity who the user is
     * @return a changed copy
     */
    public UserInformation with(UserIdentityRQ identity) {
        return new UserInformation(maximumLength, implementationClassUid, implementationVersionName,
                asynchronousOperations, roleSelections, extendedNegotiations, commonExtended, Optional.of(identity),
                userIdentityResponse);
    }

    /**
     * This with the answer to the identity of the user.
     *
     * @param response the server's response
     * @return a changed copy
     */
    public UserInformation with(UserIdentityAC response) {
        return new UserInformation(maximumLength, implementationClassUid, implementationVersionName,
                asynchronousOperations, roleSelections, extendedNegotiations, commonExtended, userIdentity,
                Optional.of(response));
    }
}
