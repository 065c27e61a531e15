package io.lintel.sdk.store;

import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.Device;
import io.lintel.sdk.model.Person;
import java.util.List;
import java.util.Optional;

/** People and their devices. */
public interface PersonRecords {

    /** Adds a person. */
    void add(Person person);

    /** Replaces names, e-mail address and removal of a person who exists. */
    void update(Person person);

    /** One person, removed or not. */
    Optional<Person> find(CustomerId customer, long number);

    /** People by number, from the one after {@code after} on. */
    List<Person> list(CustomerId customer, long after, int limit);

    /** Adds a device to a person, who must exist. */
    void addDevice(Device device);

    /** One device. */
    Optional<Device> findDevice(CustomerId customer, long number);

    /** Replaces the status of a device that exists. */
    void setDeviceStatus(CustomerId customer, long number, Device.Status status);
}
