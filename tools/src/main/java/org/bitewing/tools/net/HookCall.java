package org.bitewing.tools.net;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bitewing.net.StoredObject;
import org.bitewing.net.StoreRequest;

/**
 * What a hook is told of an object or, with {@code isStudy}, of a study.
 *
 * @param peer   the peer's address
 * @param file   empty for a study
 * @param ticket of a study that will end, in the {@link StudyJournal}; empty where there is none
 */
record HookCall(boolean isStudy, String directory, String file, String calling, String called, byte[] peer,
                String sopClass, String sopInstance, String transferSyntax, String study, String ticket) {

    static HookCall of(StoredObject stored, Path path, String study) {
        StoreRequest request = stored.request();
        return new HookCall(false, path.getParent().toString(), path.getFileName().toString(),
                request.callingAETitle(), request.calledAETitle(),
                request.connection().peer().getAddress().getAddress(), request.sopClassUid(), request.sopInstanceUid(),
                request.transferSyntaxUid(), study, "");
    }

    /** The same for the study that this object is the last one of. */
    HookCall endOfStudy() {
        return new HookCall(true, directory, "", calling, called, peer, "", "", "", study, ticket);
    }

    /** The same with a ticket of the journal. */
    HookCall with(String other) {
        return new HookCall(isStudy, directory, file, calling, called, peer, sopClass, sopInstance, transferSyntax,
                study, other);
    }

    /** The peer's name, which may take the time of a look-up, or its address. */
    String peerName(boolean looksUp) throws IOException {
        InetAddress address = InetAddress.getByAddress(peer);
        return looksUp ? address.getHostName() : address.getHostAddress();
    }

    Map<String, String> environment(String peerName) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("DICOM_EVENT", isStudy ? "study" : "object");
        environment.put("DICOM_DIRECTORY", directory);
        environment.put("DICOM_FILE", file);
        environment.put("DICOM_CALLING_AE_TITLE", calling);
        environment.put("DICOM_CALLED_AE_TITLE", called);
        environment.put("DICOM_PEER", peerName);
        environment.put("DICOM_SOP_CLASS_UID", sopClass);
        environment.put("DICOM_SOP_INSTANCE_UID", sopInstance);
        environment.put("DICOM_TRANSFER_SYNTAX_UID", transferSyntax);
        environment.put("DICOM_STUDY_INSTANCE_UID", study);
        return environment;
    }

    byte[] toBytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeBoolean(isStudy);
        out.writeByte(peer.length);
        out.write(peer);
        for (String text : new String[] {directory, file, calling, called, sopClass, sopInstance, transferSyntax,
            study, ticket}) {
            out.writeUTF(text);
        }
        return bytes.toByteArray();
    }

    static HookCall of(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        boolean isStudy = in.readBoolean();
        byte[] peer = in.readNBytes(in.readByte());
        return new HookCall(isStudy, in.readUTF(), in.readUTF(), in.readUTF(), in.readUTF(), peer, in.readUTF(),
                in.readUTF(), in.readUTF(), in.readUTF(), in.readUTF());
    }
}
