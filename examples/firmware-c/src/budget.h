/* What a holder of the project key can make this reader compute (protocol.md 4.3): tokens for failed cold taps. */
#ifndef LINTEL_BUDGET_H
#define LINTEL_BUDGET_H

#include <stdbool.h>
#include <stdint.h>

enum { BUDGET_TOKENS = 32, BUDGET_MILLIS = 250 };

struct budget {
    int room, tokens;
    int64_t since; /* of the last token that came back */
};

void budget_begin(struct budget *b, int room, int64_t now);
bool budget_take(struct budget *b, int64_t now);
void budget_give_back(struct budget *b);

#endif
