/* Whether an authenticated phone may pass (protocol.md 7). */
#ifndef LINTEL_POLICY_H
#define LINTEL_POLICY_H

#include "reader.h"

enum reason decide(const struct reader *r, const struct credential *c, const struct claim *claim, uint32_t clock);

/* Whether only another credential cures this denial, so that its ratchet is worth nothing (4.6). */
bool ends_ratchet(enum reason reason);

/* As section 4.7 names it. */
const char *reason_name(enum reason reason);

#endif
