/* Runs something on a stack of its own that was painted before, to see how deep it goes. Without MEASURE_STACK it just runs it. */
#ifndef LINTEL_STACK_H
#define LINTEL_STACK_H

#include <stddef.h>

#ifdef MEASURE_STACK
#include <string.h>
#include <ucontext.h>

static unsigned char painted[1 << 16];
static size_t deepest;

static inline void on_stack(void (*work)(void)) {
    static ucontext_t here, there;
    size_t untouched = 0;
    memset(painted, 0xa5, sizeof painted);
    getcontext(&there);
    there.uc_stack.ss_sp = painted;
    there.uc_stack.ss_size = sizeof painted;
    there.uc_link = &here;
    makecontext(&there, work, 0);
    swapcontext(&here, &there);
    while (painted[untouched] == 0xa5) untouched++;
    if (sizeof painted - untouched > deepest) deepest = sizeof painted - untouched;
}

static inline size_t stack_depth(void) { return deepest; }
#else
static inline void on_stack(void (*work)(void)) { work(); }
static inline size_t stack_depth(void) { return 0; }
#endif

#endif
