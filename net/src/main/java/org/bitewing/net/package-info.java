/**
 * Associations and the services over them: who sends objects uses {@link org.bitewing.net.StorageScu}, who receives
 * them {@link org.bitewing.net.StorageScp} with a {@link org.bitewing.net.Store}, who asks whether somebody is there
 * {@link org.bitewing.net.EchoScu}. Everything else is built from an {@link org.bitewing.net.ApplicationEntity} (who
 * we are and how long we wait), {@link org.bitewing.net.Association}s (PS3.8) and {@link org.bitewing.net.Service}s
 * that an {@link org.bitewing.net.AssociationServer} offers (PS3.7, PS3.4).
 */
package org.bitewing.net;
