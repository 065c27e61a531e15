----------------------------- MODULE Revocation -----------------------------
(***************************************************************************)
(* How a revocation reaches doors that are never online, and when a        *)
(* manager may believe it: list epochs, a reader's two slots, couriers,    *)
(* receipts, readers that get new keys, and the return of credits.         *)
(*                                                                         *)
(* Cryptography is perfect here: nobody forges a list, a chunk or a        *)
(* receipt. Everything else may happen at any time: couriers are stale,    *)
(* stop in the middle and are followed by others; receipts are delayed,    *)
(* reordered, repeated and lost; readers lose power between any two steps; *)
(* phones lie about what they deleted; clocks run behind.                  *)
(*                                                                         *)
(* The constant Wrong names a mistake to make. With "none" all invariants  *)
(* hold; each other value must break one, or the model would prove nothing.*)
(***************************************************************************)
EXTENDS Integers, FiniteSets, TLC

CONSTANTS
    Readers,      \* the readers of the site
    Credentials,  \* the credentials that may be revoked
    Couriers,     \* phones that carry lists; the management link is one that is never stale
    Chunks,       \* the parts that a list comes in
    MaxEpoch,     \* the newest list that is ever published
    MaxKey,       \* how many keys a reader has in its life, at most
    MaxCrashes,   \* how often a reader loses power, at most
    MaxTime,      \* the time at which the model stops
    LeaseEnd,     \* the time at which every credential's lease ends
    Lag,          \* how much a reader's clock is behind, at most
    Wrong         \* the mistake to make, or "none"

Mistakes == {"none", "ignores the epoch", "overwrites the slot in force", "switches before it is durable",
             "takes receipts of old keys", "takes the phone's word", "forgets the lag", "takes older lists", "starts readers with an old list"}

ASSUME Wrong \in Mistakes

Torn == -1        \* a slot whose writing was cut off
Never == 0        \* an epoch that is none: the first list is 1
Slots == {1, 2}
Other(slot) == 3 - slot

Symmetry == Permutations(Readers) \union Permutations(Couriers) \union Permutations(Credentials)

VARIABLES
    time,       \* the true time
    published,  \* the manager's newest list epoch
    revokedBy,  \* for each credential, the epoch of the first list that names it, or Never
    doors,      \* for each credential, the readers in its groups; does not change
    believed,   \* for each reader, the highest epoch that a receipt of its present key proved
    certified,  \* for each reader, the key that the manager certified last
    credit,     \* for each credential, whether its credit came back
    carried,    \* for each courier, the epoch of the list that it carries
    receipts,   \* every receipt that was ever given: whoever has one may show it at any time, again and again
    slots,      \* for each reader, the epoch in each slot of its flash
    memory,     \* for each reader, the epoch that it enforces, or Never without power
    parts,      \* for each reader, the list that it is putting together
    step,       \* for each reader, where it stands in putting a list in force
    key,        \* for each reader, its present key
    crashes,    \* for each reader, how often it lost power
    highest     \* for each reader, the highest epoch that its present key ever enforced

manager == <<published, revokedBy, believed, certified, credit>>
reader == <<slots, memory, parts, step, key, crashes, highest>>
vars == <<time, manager, reader, doors, carried, receipts>>

Nothing == [epoch |-> Never, chunks |-> {}]
Idle == [at |-> "idle", slot |-> 1, epoch |-> Never]

Max(a, b) == IF a >= b THEN a ELSE b
Best(r) == Max(slots[r][1], slots[r][2])
SlotInForce(r) == IF slots[r][1] = Best(r) THEN 1 ELSE 2

TypeOK ==
    /\ time \in 0..MaxTime
    /\ published \in 1..MaxEpoch
    /\ revokedBy \in [Credentials -> Never..MaxEpoch]
    /\ doors \in [Credentials -> SUBSET Readers \ {{}}]
    /\ believed \in [Readers -> Never..MaxEpoch]
    /\ certified \in [Readers -> 1..MaxKey]
    /\ credit \in [Credentials -> {"charged", "returned"}]
    /\ carried \in [Couriers -> 1..MaxEpoch]
    /\ receipts \subseteq [reader : Readers, key : 1..MaxKey, epoch : 1..MaxEpoch]
    /\ slots \in [Readers -> [Slots -> Torn..MaxEpoch]]
    /\ memory \in [Readers -> Never..MaxEpoch]
    /\ parts \in [Readers -> [epoch : Never..MaxEpoch, chunks : SUBSET Chunks]]
    /\ step \in [Readers -> [at : {"idle", "erase", "write", "switch"}, slot : Slots, epoch : Never..MaxEpoch]]
    /\ key \in [Readers -> 1..MaxKey]
    /\ crashes \in [Readers -> 0..MaxCrashes]
    /\ highest \in [Readers -> Never..MaxEpoch]

Init ==
    /\ time = 0
    /\ published = 1
    /\ revokedBy = [c \in Credentials |-> Never]
    /\ doors \in [Credentials -> SUBSET Readers \ {{}}]
    /\ believed = [r \in Readers |-> Never]
    /\ certified = [r \in Readers |-> 1]
    /\ credit = [c \in Credentials |-> "charged"]
    /\ carried = [p \in Couriers |-> 1]
    /\ receipts = {}
    /\ slots = [r \in Readers |-> [s \in Slots |-> IF s = 1 THEN 1 ELSE Never]]
    /\ memory = [r \in Readers |-> 1]
    /\ parts = [r \in Readers |-> Nothing]
    /\ step = [r \in Readers |-> Idle]
    /\ key = [r \in Readers |-> 1]
    /\ crashes = [r \in Readers |-> 0]
    /\ highest = [r \in Readers |-> 1]

-----------------------------------------------------------------------------
(* The manager *)

(* Revokes some credentials, or none: a list is also published anew before it expires. *)
Publish ==
    /\ published < MaxEpoch
    /\ published' = published + 1
    /\ \E new \in SUBSET {c \in Credentials : revokedBy[c] = Never} :
        revokedBy' = [c \in Credentials |-> IF c \in new THEN published + 1 ELSE revokedBy[c]]
    /\ UNCHANGED <<time, believed, certified, credit, reader, doors, carried, receipts>>

(* Takes a receipt that somebody brings: of any age, any number of times. *)
Receive(receipt) ==
    /\ \/ receipt.key = certified[receipt.reader]
       \/ Wrong = "takes receipts of old keys"
    /\ believed' = [believed EXCEPT ![receipt.reader] = Max(@, receipt.epoch)]
    /\ UNCHANGED <<time, published, revokedBy, certified, credit, reader, doors, carried, receipts>>

(* What the manager believes of a reader and a credential that it revoked. *)
Enforced(r, c) ==
    /\ revokedBy[c] # Never
    /\ \/ believed[r] >= revokedBy[c]
       \/ Wrong = "ignores the epoch" /\ believed[r] # Never

BoundPassed == time >= LeaseEnd + (IF Wrong = "forgets the lag" THEN 0 ELSE Lag)

Proven(c) ==
    \/ \A r \in doors[c] : Enforced(r, c)
    \/ BoundPassed
    \/ Wrong = "takes the phone's word"  \* a phone says at any time that it deleted what it keeps

ReturnCredit(c) ==
    /\ revokedBy[c] # Never
    /\ credit[c] = "charged"
    /\ Proven(c)
    /\ credit' = [credit EXCEPT ![c] = "returned"]
    /\ UNCHANGED <<time, published, revokedBy, believed, certified, reader, doors, carried, receipts>>

-----------------------------------------------------------------------------
(* Phones *)

(* A phone checks in and takes a list along; which of the published ones, the manager's answer and its luck decide. *)
CheckIn(p) ==
    /\ \E epoch \in carried[p] + 1..published : carried' = [carried EXCEPT ![p] = epoch]
    /\ UNCHANGED <<time, manager, reader, doors, receipts>>

-----------------------------------------------------------------------------
(* Readers *)

HasPower(r) == memory[r] # Never

(* A courier shows the head of its list. A newer one replaces what was being put together. *)
Offer(p, r) ==
    /\ HasPower(r)
    /\ step[r].at = "idle"
    /\ \/ carried[p] > Max(memory[r], parts[r].epoch)
       \/ Wrong = "takes older lists" /\ carried[p] # memory[r]
    /\ parts' = [parts EXCEPT ![r] = [epoch |-> carried[p], chunks |-> {}]]
    /\ UNCHANGED <<time, manager, slots, memory, step, key, crashes, highest, doors, carried, receipts>>

(* Any courier with that list goes on where another one stopped. *)
Bring(p, r, chunk) ==
    /\ HasPower(r)
    /\ step[r].at = "idle"
    /\ parts[r].epoch = carried[p]
    /\ chunk \notin parts[r].chunks
    /\ parts' = [parts EXCEPT ![r].chunks = @ \union {chunk}]
    /\ UNCHANGED <<time, manager, slots, memory, step, key, crashes, highest, doors, carried, receipts>>

(* The list is whole and verified: it goes to the slot that is not in force. *)
Begin(r) ==
    /\ HasPower(r)
    /\ step[r].at = "idle"
    /\ parts[r].epoch # Never
    /\ parts[r].chunks = Chunks
    /\ LET slot == IF Wrong = "overwrites the slot in force" THEN SlotInForce(r) ELSE Other(SlotInForce(r))
       IN step' = [step EXCEPT ![r] = [at |-> "erase", slot |-> slot, epoch |-> parts[r].epoch]]
    /\ parts' = [parts EXCEPT ![r] = Nothing]
    /\ memory' = [memory EXCEPT ![r] = IF Wrong = "switches before it is durable" THEN step'[r].epoch ELSE @]
    /\ highest' = [highest EXCEPT ![r] = Max(@, memory'[r])]
    /\ UNCHANGED <<time, manager, slots, key, crashes, doors, carried, receipts>>

Erase(r) ==
    /\ HasPower(r)
    /\ step[r].at = "erase"
    /\ slots' = [slots EXCEPT ![r][step[r].slot] = Torn]
    /\ step' = [step EXCEPT ![r].at = "write"]
    /\ UNCHANGED <<time, manager, memory, parts, key, crashes, highest, doors, carried, receipts>>

Write(r) ==
    /\ HasPower(r)
    /\ step[r].at = "write"
    /\ slots' = [slots EXCEPT ![r][step[r].slot] = step[r].epoch]
    /\ step' = [step EXCEPT ![r].at = "switch"]
    /\ UNCHANGED <<time, manager, memory, parts, key, crashes, highest, doors, carried, receipts>>

Switch(r) ==
    /\ HasPower(r)
    /\ step[r].at = "switch"
    /\ memory' = [memory EXCEPT ![r] = step[r].epoch]
    /\ highest' = [highest EXCEPT ![r] = Max(@, step[r].epoch)]
    /\ step' = [step EXCEPT ![r] = Idle]
    /\ UNCHANGED <<time, manager, slots, parts, key, crashes, doors, carried, receipts>>

Crash(r) ==
    /\ HasPower(r)
    /\ crashes[r] < MaxCrashes
    /\ crashes' = [crashes EXCEPT ![r] = @ + 1]
    /\ memory' = [memory EXCEPT ![r] = Never]
    /\ parts' = [parts EXCEPT ![r] = Nothing]
    /\ step' = [step EXCEPT ![r] = Idle]
    /\ UNCHANGED <<time, manager, slots, key, highest, doors, carried, receipts>>

Restart(r) ==
    /\ ~HasPower(r)
    /\ Best(r) > Never
    /\ memory' = [memory EXCEPT ![r] = Best(r)]
    /\ UNCHANGED <<time, manager, slots, parts, step, key, crashes, highest, doors, carried, receipts>>

(* Says what it enforces, to whoever taps. *)
Give(r) ==
    /\ HasPower(r)
    /\ receipts' = receipts \union {[reader |-> r, key |-> key[r], epoch |-> memory[r]]}
    /\ receipts' # receipts
    /\ UNCHANGED <<time, manager, reader, doors, carried>>

(* A reader is reset and makes new keys; until the manager certifies them no phone talks to it. *)
Reset(r) ==
    /\ key[r] = certified[r]
    /\ key[r] < MaxKey
    /\ key' = [key EXCEPT ![r] = @ + 1]
    /\ slots' = [slots EXCEPT ![r] = [s \in Slots |-> Never]]
    /\ memory' = [memory EXCEPT ![r] = Never]
    /\ parts' = [parts EXCEPT ![r] = Nothing]
    /\ step' = [step EXCEPT ![r] = Idle]
    /\ highest' = [highest EXCEPT ![r] = Never]
    /\ UNCHANGED <<time, manager, crashes, doors, carried, receipts>>

(* The manager certifies the new keys and starts the reader with the newest list of that moment: with an older one it would *)
(* open for credentials whose credit came back. Old receipts are then no more than what the list gives, so the mistake to   *)
(* take them shows with older lists only.                                                                                  *)
Enrol(r) ==
    /\ key[r] # certified[r]
    /\ certified' = [certified EXCEPT ![r] = key[r]]
    /\ believed' = [believed EXCEPT ![r] = IF Wrong = "takes receipts of old keys" THEN @ ELSE Never]
    /\ \E epoch \in (IF Wrong \in {"starts readers with an old list", "takes receipts of old keys"} THEN 1 ELSE published)..published :
        /\ slots' = [slots EXCEPT ![r] = [s \in Slots |-> IF s = 1 THEN epoch ELSE Never]]
        /\ memory' = [memory EXCEPT ![r] = epoch]
        /\ highest' = [highest EXCEPT ![r] = epoch]
    /\ UNCHANGED <<time, published, revokedBy, credit, parts, step, key, crashes, doors, carried, receipts>>

Tick ==
    /\ time < MaxTime
    /\ time' = time + 1
    /\ UNCHANGED <<manager, reader, doors, carried, receipts>>

Next ==
    \/ Publish
    \/ Tick
    \/ \E receipt \in receipts : Receive(receipt)
    \/ \E c \in Credentials : ReturnCredit(c)
    \/ \E p \in Couriers : CheckIn(p)
    \/ \E p \in Couriers, r \in Readers : Offer(p, r) \/ \E chunk \in Chunks : Bring(p, r, chunk)
    \/ \E r \in Readers :
        Begin(r) \/ Erase(r) \/ Write(r) \/ Switch(r) \/ Crash(r) \/ Restart(r) \/ Give(r) \/ Reset(r) \/ Enrol(r)

Spec == Init /\ [][Next]_vars

-----------------------------------------------------------------------------
(* What must hold *)

(* A phone can open: the reader's keys are certified, its list does not name the credential, its clock may be before the end. *)
CanOpen(r, c) ==
    /\ HasPower(r)
    /\ key[r] = certified[r]
    /\ r \in doors[c]
    /\ revokedBy[c] = Never \/ memory[r] < revokedBy[c]
    /\ time - Lag < LeaseEnd

EpochNeverFalls == \A r \in Readers : HasPower(r) => memory[r] >= highest[r]

OneSlotIsValid == \A r \in Readers : key[r] = certified[r] => Best(r) >= highest[r] /\ Best(r) > Never

BelievedIsEnforced ==
    \A r \in Readers, c \in Credentials : Enforced(r, c) => ~CanOpen(r, c)

CreditOnlyWhenShut ==
    \A c \in Credentials : credit[c] = "returned" => \A r \in Readers : ~CanOpen(r, c)

(* What must not hold: that receipts never bring a credit back, before the lease has ended, through a restart. *)

NoReceiptEverCloses ==
    \A c \in Credentials :
        ~(credit[c] = "returned" /\ time = 0 /\ \A r \in Readers : r \in doors[c] /\ crashes[r] > 0 /\ HasPower(r))
=============================================================================
