package io.lintel.store.sql;

import io.lintel.protocol.activation.ActivationResult;
import io.lintel.protocol.checkin.CheckInRequest;
import io.lintel.protocol.checkin.CheckInResult;
import io.lintel.sdk.Manager;
import io.lintel.sdk.credential.ActivationTicket;
import io.lintel.sdk.credential.ConfirmEndedLeases;
import io.lintel.sdk.credential.CredentialIssued;
import io.lintel.sdk.credential.CredentialLost;
import io.lintel.sdk.credential.CredentialRevoked;
import io.lintel.sdk.credential.DeleteCredential;
import io.lintel.sdk.credential.IssueCredential;
import io.lintel.sdk.credential.MarkCredentialLost;
import io.lintel.sdk.credential.RemoveDevice;
import io.lintel.sdk.credential.ResendActivation;
import io.lintel.sdk.credential.RestoreCredential;
import io.lintel.sdk.credential.RevokeCredential;
import io.lintel.sdk.model.CommandId;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.person.AddPerson;
import io.lintel.sdk.person.RemovePerson;

/** What a trial tries: the manager as it is. A wrong one overrides what it does wrong. */
class LifecycleSubject {

    final LifecycleGround ground;
    final CustomerId customer;

    LifecycleSubject(LifecycleGround ground) {
        this.ground = ground;
        this.customer = ground.customer;
    }

    long addPerson(Manager manager, CommandId id, AddPerson request) {
        return manager.people().add(id, request).person();
    }

    void removePerson(Manager manager, CommandId id, long person) {
        manager.people().remove(id, new RemovePerson(customer, person));
    }

    CredentialIssued issue(Manager manager, CommandId id, IssueCredential request) {
        return manager.credentials().issue(id, request);
    }

    ActivationTicket resend(Manager manager, CommandId id, long serial) {
        return manager.credentials().resendActivation(id, new ResendActivation(customer, serial));
    }

    ActivationResult redeem(Phone phone, ActivationTicket ticket) {
        return phone.redeem(ground.bench.manager, ticket);
    }

    CheckInResult checkIn(CheckInPhone phone, CheckInRequest request) {
        return phone.result(request);
    }

    CredentialRevoked revoke(Manager manager, CommandId id, long serial) {
        return manager.credentials().revoke(id, new RevokeCredential(customer, serial));
    }

    CredentialLost markLost(Manager manager, CommandId id, long serial, boolean confirmed) {
        return manager.credentials().markLost(id, new MarkCredentialLost(customer, serial, confirmed));
    }

    CredentialIssued restore(Manager manager, CommandId id, long serial) {
        return manager.credentials().restore(id, new RestoreCredential(customer, serial));
    }

    void delete(Manager manager, CommandId id, long serial) {
        manager.credentials().delete(id, new DeleteCredential(customer, serial));
    }

    void removeDevice(Manager manager, CommandId id, long device) {
        manager.credentials().removeDevice(id, new RemoveDevice(customer, device));
    }

    int confirmEndedLeases(Manager manager, CommandId id) {
        return manager.credentials().confirmEndedLeases(id, new ConfirmEndedLeases(customer));
    }
}
