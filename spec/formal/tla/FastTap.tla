------------------------------- MODULE FastTap -------------------------------
(***************************************************************************)
(* The ratchet of protocol.md 5.2 on both sides: what phone and reader     *)
(* keep, attempts, lost and late answers, parallel channels, cold taps     *)
(* that begin a ratchet, a phone whose process dies and a reader that      *)
(* restarts, between any two steps.                                        *)
(*                                                                         *)
(* Cryptography is perfect here: a fast message counts in the channel of   *)
(* its opener alone, and nobody forges one. It may come late, or never.    *)
(* A secret is named by its ratchet and its step.                          *)
(*                                                                         *)
(* The constant Wrong names a mistake to make. With "none" all invariants  *)
(* hold; each other value must break one, or the model would prove nothing.*)
(***************************************************************************)
EXTENDS Integers, FiniteSets, Sequences

CONSTANTS
    Attempts,     \* how many attempts a step has
    Channels,     \* how many channels are ever opened
    MaxUses,      \* the fast taps after which the reader keeps no ratchet
    MaxDeaths,    \* how often the phone's process dies, at most
    MaxRestarts,  \* how often the reader restarts, at most
    Wrong         \* the mistake to make, or "none"

Mistakes == {"none", "an attempt is not durable", "the last step is not kept", "a late answer steps",
             "ratchets outlive a restart", "every tap steps"}

ASSUME Wrong \in Mistakes

None == -1
NoRatchet == [ratchet |-> 0, step |-> 0, next |-> 0, epoch |-> 0]
NoEntry == [ratchet |-> 0, current |-> 0, floor |-> 0, last |-> None, lastFloor |-> 0, uses |-> 0]

VARIABLES
    phone,     \* the phone's durable record: ratchet, step, lowest attempt that was never used, state epoch
    waiting,   \* for each channel what the phone waits for there: a fast or a cold answer, or nothing; lost when it dies
    noted,     \* the channels whose opener the phone remembers to have answered; lost when it dies
    entry,     \* the reader's entry, lost when it restarts
    copy,      \* an entry that the reader once had, for the mistake of restoring it
    epoch,     \* the reader's state epoch
    openers,   \* for each channel that was opened, the state epoch that its opener told
    live,      \* the channels in which the reader still takes a fast message
    sent,      \* every fast message that the phone ever sent
    answers,   \* every answer that the reader ever gave
    reserved,  \* for each secret and attempt, whether it was used, and whether twice
    made,      \* how many ratchets were made
    deaths, restarts,
    recovered  \* whether a fast tap ever opened under the last step

vars == <<phone, waiting, noted, entry, copy, epoch, openers, live, sent, answers, reserved, made, deaths, restarts, recovered>>

Nothing == [kind |-> "nothing"]
Opened == DOMAIN openers

Init ==
    /\ phone = NoRatchet
    /\ waiting = [c \in 1..Channels |-> Nothing]
    /\ noted = {}
    /\ entry = NoEntry
    /\ copy = NoEntry
    /\ epoch = 1
    /\ openers = <<>>
    /\ live = {}
    /\ sent = {}
    /\ answers = {}
    /\ reserved = [once |-> {}, twice |-> {}]
    /\ made = 0
    /\ deaths = 0
    /\ restarts = 0
    /\ recovered = FALSE

Open ==
    /\ Len(openers) < Channels
    /\ openers' = Append(openers, epoch)
    /\ live' = live \union {Len(openers) + 1}
    /\ UNCHANGED <<phone, waiting, noted, entry, copy, epoch, sent, answers, reserved, made, deaths, restarts, recovered>>

Fits(c) == phone.ratchet # 0 /\ phone.epoch = openers[c] /\ phone.next < Attempts

(* The attempt is durable first; whether the process lives on to send the message is open. *)
Fast(c) ==
    /\ c \notin noted
    /\ Fits(c)
    /\ LET used == <<phone.ratchet, phone.step, phone.next>>
           message == [channel |-> c, ratchet |-> phone.ratchet, step |-> phone.step, attempt |-> phone.next]
       IN /\ reserved' = [once |-> reserved.once \union {used},
                          twice |-> reserved.twice \union ({used} \intersect reserved.once)]
          /\ phone' = [phone EXCEPT !.next = @ + 1]
          /\ noted' = noted \union {c}
          /\ sent' = sent \union {message}
          /\ waiting' = [waiting EXCEPT ![c] = [kind |-> "fast", ratchet |-> phone.ratchet, step |-> phone.step, attempt |-> phone.next]]
    /\ UNCHANGED <<entry, copy, epoch, openers, live, answers, made, deaths, restarts, recovered>>

Good(ratchet, step, attempt) ==
    /\ entry.ratchet = ratchet
    /\ ratchet # 0
    /\ \/ step = entry.current /\ attempt >= entry.floor
       \/ step = entry.last /\ attempt >= entry.lastFloor

Accepted(step, attempt) ==
    IF step = entry.current
    THEN [entry EXCEPT !.last = IF Wrong = "the last step is not kept" THEN None ELSE step, !.lastFloor = attempt + 1,
                       !.current = step + 1, !.floor = 0, !.uses = @ + 1]
    ELSE IF Wrong = "every tap steps"
    THEN [entry EXCEPT !.last = entry.current, !.lastFloor = 0, !.current = @ + 1, !.floor = 0, !.uses = @ + 1]
    ELSE [entry EXCEPT !.lastFloor = attempt + 1, !.uses = @ + 1]

(* A fast message reaches the reader: a hit is answered, anything else leaves the channel to a cold message. *)
Take(m) ==
    /\ m.channel \in live
    /\ live' = live \ {m.channel}
    /\ IF Good(m.ratchet, m.step, m.attempt)
       THEN LET next == Accepted(m.step, m.attempt)
                keeps == next.uses < MaxUses
            IN /\ entry' = IF keeps THEN next ELSE NoEntry
               /\ copy' = IF entry.uses = 1 THEN entry ELSE copy
               /\ answers' = answers \union {[kind |-> "fast", channel |-> m.channel, ratchet |-> m.ratchet, step |-> m.step,
                                              attempt |-> m.attempt, keeps |-> keeps, epoch |-> epoch]}
               /\ recovered' = (recovered \/ m.step = entry.last)
       ELSE UNCHANGED <<entry, copy, answers, recovered>>
    /\ UNCHANGED <<phone, waiting, noted, epoch, openers, sent, reserved, made, deaths, restarts>>

(* A cold tap: the reader replaces its entry. The phone may have come to it by a miss, or because it holds nothing that fits. *)
Cold(c) ==
    /\ c \in Opened
    /\ openers[c] = epoch
    /\ \/ c \notin noted /\ ~Fits(c)
       \/ waiting[c].kind = "fast" /\ c \notin live /\ ~\E a \in answers : a.channel = c
    /\ ~\E a \in answers : a.channel = c
    /\ made' = made + 1
    /\ entry' = [NoEntry EXCEPT !.ratchet = made + 1]
    /\ live' = live \ {c}
    /\ noted' = noted \union {c}
    /\ waiting' = [waiting EXCEPT ![c] = [kind |-> "cold"]]
    /\ answers' = answers \union {[kind |-> "cold", channel |-> c, ratchet |-> made + 1, epoch |-> epoch]}
    /\ UNCHANGED <<phone, copy, epoch, openers, sent, reserved, deaths, restarts, recovered>>

(* An answer reaches the phone, at any time later. *)
Hear(a) ==
    /\ waiting[a.channel].kind = a.kind
    /\ waiting' = [waiting EXCEPT ![a.channel] = Nothing]
    /\ IF a.kind = "cold"
       THEN phone' = [ratchet |-> a.ratchet, step |-> 0, next |-> 0, epoch |-> a.epoch]
       ELSE /\ waiting[a.channel].attempt = a.attempt
            /\ phone' = IF phone.ratchet = a.ratchet /\ (phone.step = a.step \/ Wrong = "a late answer steps")
                        THEN IF a.keeps THEN [phone EXCEPT !.step = @ + 1, !.next = 0] ELSE NoRatchet
                        ELSE phone
    /\ UNCHANGED <<noted, entry, copy, epoch, openers, live, sent, answers, reserved, made, deaths, restarts, recovered>>

(* The phone's process dies; what it had stored stays. *)
Die ==
    /\ deaths < MaxDeaths
    /\ deaths' = deaths + 1
    /\ waiting' = [c \in 1..Channels |-> Nothing]
    /\ noted' = {}
    /\ phone' = IF Wrong = "an attempt is not durable" THEN [phone EXCEPT !.next = 0] ELSE phone
    /\ UNCHANGED <<entry, copy, epoch, openers, live, sent, answers, reserved, made, restarts, recovered>>

(* The reader begins again with empty tables and another state epoch. *)
Restart ==
    /\ restarts < MaxRestarts
    /\ restarts' = restarts + 1
    /\ live' = {}
    /\ IF Wrong = "ratchets outlive a restart" /\ copy # NoEntry
       THEN entry' = copy /\ epoch' = epoch
       ELSE entry' = NoEntry /\ epoch' = epoch + 1
    /\ UNCHANGED <<phone, waiting, noted, copy, openers, sent, answers, reserved, made, deaths, recovered>>

Next ==
    \/ Open
    \/ \E c \in Opened : Fast(c) \/ Cold(c)
    \/ \E m \in sent : Take(m)
    \/ \E a \in answers : Hear(a)
    \/ Die
    \/ Restart

Spec == Init /\ [][Next]_vars

-----------------------------------------------------------------------------
(* What must hold *)

(* No attempt of a step is used twice, so that no AEAD key and counter is. *)
AttemptUsedOnce == reserved.twice = {}

(* Whatever answers were lost, and in whatever order they came: where both sides hold one ratchet, the phone's next attempt *)
(* is one that the reader takes.                                                                                           *)
NextAttemptIsGood ==
    phone.ratchet # 0 /\ phone.ratchet = entry.ratchet /\ phone.next < Attempts
        => Good(phone.ratchet, phone.step, phone.next)

(* The reader holds two steps at most, and the phone's is one of them: what is older is gone on both sides. *)
OldStepsAreGone ==
    phone.ratchet # 0 /\ phone.ratchet = entry.ratchet => phone.step \in {entry.current, entry.last}

(* What must not hold: that a lost answer forces a cold tap. *)
NoLostAnswerIsMadeUpFor == ~recovered
=============================================================================
