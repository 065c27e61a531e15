package io.lintel.sdk.command.credential;

import io.lintel.sdk.command.Command;
import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.Facts;
import io.lintel.sdk.command.RequestDigest;
import io.lintel.sdk.credential.RemoveDevice;
import io.lintel.sdk.model.Action;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.Device;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.model.RemovedBy;
import io.lintel.sdk.model.Site;

/** Removes a device with its credential. */
public final class DeviceRemoval implements Command<RemoveDevice> {

    private final RemoveDevice request;

    public DeviceRemoval(RemoveDevice request) {
        this.request = request;
    }

    @Override
    public Action action() {
        return Action.MANAGE_CREDENTIALS;
    }

    @Override
    public CustomerId partition() {
        return request.customer();
    }

    @Override
    public RequestDigest digest() {
        return RequestDigest.of("device remove").with(request.customer()).with(request.device());
    }

    @Override
    public Facts perform(CommandContext context) {
        Site site = context.site(request.customer());
        // Taking the credential back by another name.
        RevokingPrincipal.refuseHostOnly(context, site.customer());
        Device device = context.unit()
                .people()
                .findDevice(site.customer(), request.device())
                .orElseThrow(() ->
                        new ManagerException.NotFound("device " + request.device() + " of site " + request.customer()));
        if (device.status() == Device.Status.DELETED) {
            throw new ManagerException.Refused(
                    ErrorCode.ILLEGAL_TRANSITION,
                    "device " + device.number() + " is removed already; add a new device instead");
        }
        Withdrawals withdrawals = new Withdrawals(context, site);
        context.unit()
                .credentials()
                .newestOfDevice(site.customer(), device.number())
                .ifPresent(credential -> withdrawals.cascade(credential, RemovedBy.ADMIN));
        context.unit().people().setDeviceStatus(site.customer(), device.number(), Device.Status.DELETED);
        context.record(site.customer(), Change.Kind.DEVICE_REMOVED, device.number());
        withdrawals.end();
        return Facts.none();
    }

    @Override
    public RemoveDevice result(CommandContext context, Facts facts) {
        return request;
    }
}
