package io.lintel.sdk.store;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.statement.ProjectId;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.Site;
import java.util.List;
import java.util.Optional;

/** Sites and what is public about their keys. */
public interface SiteRecords {

    /**
     * What a site shows of its keys and policy.
     *
     * @param root the signed project root
     * @param issuingKeys the signed issuing keys, every purpose and epoch
     * @param profile the policy's JSON text
     */
    record Foundation(Bytes root, List<Bytes> issuingKeys, String profile) {
        /** Copies the keys. */
        public Foundation {
            issuingKeys = List.copyOf(issuingKeys);
        }
    }

    /** Adds a site to its customer, which must exist. */
    void add(Site site, Foundation foundation);

    /** A customer's site. */
    Optional<Site> find(CustomerId customer);

    /** The site of a project. */
    Optional<Site> findByProject(ProjectId project);

    /** The public keys and policy of a site that exists. */
    Foundation foundation(CustomerId customer);

    /** Every site, oldest first. */
    List<Site> list();
}
