/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "mull-words"

#include "config.h"

#include "mull-words.h"

#include <glib/gi18n-lib.h>

static const char *
translate (const char *context, const char *const *labels, guint n_labels, int value)
{
  g_return_val_if_fail (value >= 0 && (guint) value < n_labels, "");

  return g_dpgettext2 (GETTEXT_PACKAGE, context, labels[value]);
}

static const char *const address_kind_labels[] = {
  [MULL_ADDRESS_PHONE] = NC_ ("address kind", "Telephone"),
  [MULL_ADDRESS_MAIL] = NC_ ("address kind", "E-mail"),
};

/**
 * mull_address_kind_label:
 *
 * Returns: (transfer none): how an address reaches a person, in the words of the user
 */
const char *
mull_address_kind_label (MullAddressKind kind)
{
  return translate ("address kind", address_kind_labels, G_N_ELEMENTS (address_kind_labels),
                    (int) kind);
}

static const char *const answer_source_labels[] = {
  [MULL_ANSWER_HEARD] = NC_ ("answer source", "Heard from them"),
  [MULL_ANSWER_RELAYED] = NC_ ("answer source", "Second-hand"),
  [MULL_ANSWER_GUESS] = NC_ ("answer source", "My guess"),
};

/**
 * mull_answer_source_label:
 *
 * Returns: (transfer none): where an answer about a roadblock comes from, in the words of the user
 */
const char *
mull_answer_source_label (MullAnswerSource source)
{
  return translate ("answer source", answer_source_labels, G_N_ELEMENTS (answer_source_labels),
                    (int) source);
}

static const char *const cause_labels[] = {
  [MULL_CAUSE_UNKNOWN] = NC_ ("cause", "Unknown"),
  [MULL_CAUSE_RISK] = NC_ ("cause", "Risk"),
  [MULL_CAUSE_MONEY] = NC_ ("cause", "Money"),
  [MULL_CAUSE_AUTHORITY] = NC_ ("cause", "Authority"),
  [MULL_CAUSE_TIMING] = NC_ ("cause", "Timing"),
  [MULL_CAUSE_TECHNICAL] = NC_ ("cause", "Technical"),
  [MULL_CAUSE_LEGAL] = NC_ ("cause", "Legal"),
  [MULL_CAUSE_PRIORITIES] = NC_ ("cause", "Priorities"),
  [MULL_CAUSE_TRUST] = NC_ ("cause", "Trust in us"),
};

/**
 * mull_cause_label:
 *
 * Returns: (transfer none): the kind of reason under a roadblock, in the words of the user
 */
const char *
mull_cause_label (MullCause cause)
{
  return translate ("cause", cause_labels, G_N_ELEMENTS (cause_labels), (int) cause);
}

static const char *const commitment_state_labels[] = {
  [MULL_COMMITMENT_OPEN] = NC_ ("commitment", "Open"),
  [MULL_COMMITMENT_AT_RISK] = NC_ ("commitment", "At risk"),
  [MULL_COMMITMENT_KEPT] = NC_ ("commitment", "Kept"),
  [MULL_COMMITMENT_KEPT_LATE] = NC_ ("commitment", "Kept late"),
  [MULL_COMMITMENT_RENEGOTIATED] = NC_ ("commitment", "Renegotiated"),
  [MULL_COMMITMENT_OWNED] = NC_ ("commitment", "Owned"),
  [MULL_COMMITMENT_BROKEN] = NC_ ("commitment", "Broken"),
  [MULL_COMMITMENT_RELEASED] = NC_ ("commitment", "Released"),
};

/**
 * mull_commitment_state_label:
 *
 * Returns: (transfer none): what became of a promise, in the words of the user
 */
const char *
mull_commitment_state_label (MullCommitmentState state)
{
  return translate ("commitment", commitment_state_labels, G_N_ELEMENTS (commitment_state_labels),
                    (int) state);
}

static const char *const direction_labels[] = {
  [MULL_DIRECTION_NONE] = NC_ ("direction", "None"),
  [MULL_DIRECTION_OUT] = NC_ ("direction", "To them"),
  [MULL_DIRECTION_IN] = NC_ ("direction", "From them"),
  [MULL_DIRECTION_BOTH] = NC_ ("direction", "Both ways"),
};

/**
 * mull_direction_label:
 *
 * Returns: (transfer none): who reached for whom, in the words of the user
 */
const char *
mull_direction_label (MullDirection direction)
{
  return translate ("direction", direction_labels, G_N_ELEMENTS (direction_labels),
                    (int) direction);
}

static const char *const entry_kind_labels[] = {
  [MULL_ENTRY_CALL] = NC_ ("entry", "Call"),
  [MULL_ENTRY_MEETING] = NC_ ("entry", "Meeting"),
  [MULL_ENTRY_MAIL] = NC_ ("entry", "E-mail"),
  [MULL_ENTRY_MESSAGE] = NC_ ("entry", "Message"),
  [MULL_ENTRY_LETTER] = NC_ ("entry", "Letter"),
  [MULL_ENTRY_NOTE] = NC_ ("entry", "Note"),
  [MULL_ENTRY_STAGE] = NC_ ("entry", "Stage change"),
  [MULL_ENTRY_COMMITMENT] = NC_ ("entry", "Commitment"),
  [MULL_ENTRY_SCRIPT] = NC_ ("entry", "Script"),
  [MULL_ENTRY_DRILL] = NC_ ("entry", "Drill"),
  [MULL_ENTRY_FIELD] = NC_ ("entry", "Change"),
};

/**
 * mull_entry_kind_label:
 *
 * Returns: (transfer none): what an entry is about, in the words of the user
 */
const char *
mull_entry_kind_label (MullEntryKind kind)
{
  return translate ("entry", entry_kind_labels, G_N_ELEMENTS (entry_kind_labels), (int) kind);
}

static const char *const firmness_labels[] = {
  [MULL_FIRMNESS_SURE] = NC_ ("firmness", "I will"),
  [MULL_FIRMNESS_THINK] = NC_ ("firmness", "I think I will"),
  [MULL_FIRMNESS_HOPE] = NC_ ("firmness", "I hope I will"),
};

/**
 * mull_firmness_label:
 *
 * Returns: (transfer none): how firmly a promise was made, in the words of the user
 */
const char *
mull_firmness_label (MullFirmness firmness)
{
  return translate ("firmness", firmness_labels, G_N_ELEMENTS (firmness_labels), (int) firmness);
}

static const char *const hole_kind_labels[] = {
  [MULL_HOLE_QUESTION] = NC_ ("hole", "Question"),
  [MULL_HOLE_ACCESS] = NC_ ("hole", "Access"),
  [MULL_HOLE_INFORMATION] = NC_ ("hole", "Information"),
  [MULL_HOLE_FEEDBACK] = NC_ ("hole", "Feedback"),
  [MULL_HOLE_COMMITMENT] = NC_ ("hole", "Commitment"),
};

/**
 * mull_hole_kind_label:
 *
 * Returns: (transfer none): what is missing, in the words of the user
 */
const char *
mull_hole_kind_label (MullHoleKind kind)
{
  return translate ("hole", hole_kind_labels, G_N_ELEMENTS (hole_kind_labels), (int) kind);
}

static const char *const hole_source_labels[] = {
  [MULL_HOLE_SOURCE_REP] = NC_ ("hole source", "By hand"),
  [MULL_HOLE_SOURCE_PLAN] = NC_ ("hole source", "Call plan"),
  [MULL_HOLE_SOURCE_FOUR_QUESTIONS] = NC_ ("hole source", "Four questions"),
  [MULL_HOLE_SOURCE_DRILL] = NC_ ("hole source", "Drill"),
  [MULL_HOLE_SOURCE_REVIEW] = NC_ ("hole source", "Review after a call"),
};

/**
 * mull_hole_source_label:
 *
 * Returns: (transfer none): how a hole was found, in the words of the user
 */
const char *
mull_hole_source_label (MullHoleSource source)
{
  return translate ("hole source", hole_source_labels, G_N_ELEMENTS (hole_source_labels),
                    (int) source);
}

static const char *const hole_state_labels[] = {
  [MULL_HOLE_STATE_OPEN] = NC_ ("hole state", "Open"),
  [MULL_HOLE_STATE_ASKED] = NC_ ("hole state", "Asked"),
  [MULL_HOLE_STATE_FILLED] = NC_ ("hole state", "Filled"),
  [MULL_HOLE_STATE_GIVEN_UP] = NC_ ("hole state", "Given up"),
};

/**
 * mull_hole_state_label:
 *
 * Returns: (transfer none): what became of a hole, in the words of the user
 */
const char *
mull_hole_state_label (MullHoleState state)
{
  return translate ("hole state", hole_state_labels, G_N_ELEMENTS (hole_state_labels), (int) state);
}

static const char *const outcome_labels[] = {
  [MULL_OUTCOME_OPEN] = NC_ ("outcome", "Open"),
  [MULL_OUTCOME_WON] = NC_ ("outcome", "Won"),
  [MULL_OUTCOME_SAID_NO] = NC_ ("outcome", "Heard a no"),
  [MULL_OUTCOME_WALKED_AWAY] = NC_ ("outcome", "Walked away"),
  [MULL_OUTCOME_WENT_DARK] = NC_ ("outcome", "Gone dark"),
  [MULL_OUTCOME_STOPPED] = NC_ ("outcome", "Stopped"),
  [MULL_OUTCOME_CHOSE_ANOTHER] = NC_ ("outcome", "Chose another"),
};

/**
 * mull_outcome_label:
 *
 * Returns: (transfer none): how a deal ended, in the words of the user
 */
const char *
mull_outcome_label (MullOutcome outcome)
{
  return translate ("outcome", outcome_labels, G_N_ELEMENTS (outcome_labels), (int) outcome);
}

static const char *const quiet_scope_labels[] = {
  [MULL_QUIET_SCOPE_DEAL] = NC_ ("quiet scope", "This deal"),
  [MULL_QUIET_SCOPE_PERSON] = NC_ ("quiet scope", "This person"),
  [MULL_QUIET_SCOPE_COMPANY] = NC_ ("quiet scope", "The whole company"),
};

/**
 * mull_quiet_scope_label:
 *
 * Returns: (transfer none): whom a quiet covers, in the words of the user
 */
const char *
mull_quiet_scope_label (MullQuietScope scope)
{
  return translate ("quiet scope", quiet_scope_labels, G_N_ELEMENTS (quiet_scope_labels),
                    (int) scope);
}

static const char *const quiet_state_labels[] = {
  [MULL_QUIET_IN_FORCE] = NC_ ("quiet state", "In force"),
  [MULL_QUIET_RESUMED] = NC_ ("quiet state", "Talking again"),
  [MULL_QUIET_ASKED_AGAIN] = NC_ ("quiet state", "Asked again"),
  [MULL_QUIET_BOUGHT_ELSEWHERE] = NC_ ("quiet state", "Bought elsewhere"),
  [MULL_QUIET_LIFTED] = NC_ ("quiet state", "Lifted by them"),
};

/**
 * mull_quiet_state_label:
 *
 * Returns: (transfer none): what became of a quiet, in the words of the user
 */
const char *
mull_quiet_state_label (MullQuietState state)
{
  return translate ("quiet state", quiet_state_labels, G_N_ELEMENTS (quiet_state_labels),
                    (int) state);
}

static const char *const roadblock_outcome_labels[] = {
  [MULL_ROADBLOCK_OPEN] = NC_ ("roadblock", "Open"),
  [MULL_ROADBLOCK_REMOVED] = NC_ ("roadblock", "Removed"),
  [MULL_ROADBLOCK_WORKED_AROUND] = NC_ ("roadblock", "Worked around"),
  [MULL_ROADBLOCK_ANOTHER_BEHIND] = NC_ ("roadblock", "Another behind it"),
  [MULL_ROADBLOCK_REAL_NO] = NC_ ("roadblock", "A real no"),
};

/**
 * mull_roadblock_outcome_label:
 *
 * Returns: (transfer none): what became of a roadblock, in the words of the user
 */
const char *
mull_roadblock_outcome_label (MullRoadblockOutcome outcome)
{
  return translate ("roadblock", roadblock_outcome_labels, G_N_ELEMENTS (roadblock_outcome_labels),
                    (int) outcome);
}

static const char *const role_labels[] = {
  [MULL_ROLE_UNKNOWN] = NC_ ("role", "Role unknown"),
  [MULL_ROLE_DECISION_MAKER] = NC_ ("role", "Decision-maker"),
  [MULL_ROLE_CHAMPION] = NC_ ("role", "Champion"),
  [MULL_ROLE_INFLUENCER] = NC_ ("role", "Influencer"),
  [MULL_ROLE_USER] = NC_ ("role", "User"),
  [MULL_ROLE_GATEKEEPER] = NC_ ("role", "Gatekeeper"),
  [MULL_ROLE_OPPONENT] = NC_ ("role", "Opponent"),
};

/**
 * mull_role_label:
 *
 * Returns: (transfer none): the part a person plays in a buying centre, in the words of the user
 */
const char *
mull_role_label (MullRole role)
{
  return translate ("role", role_labels, G_N_ELEMENTS (role_labels), (int) role);
}

static const char *const said_no_labels[] = {
  [MULL_SAID_NO_UNASKED] = NC_ ("said no", "Not asked yet"),
  [MULL_SAID_NO_NO] = NC_ ("said no", "They said no"),
  [MULL_SAID_NO_BECAUSE] = NC_ ("said no", "Not happening, because …"),
  [MULL_SAID_NO_NOTHING] = NC_ ("said no", "Neither"),
};

/**
 * mull_said_no_label:
 *
 * Returns: (transfer none): what they said when it was "not happening", in the words of the user
 */
const char *
mull_said_no_label (MullSaidNo no)
{
  return translate ("said no", said_no_labels, G_N_ELEMENTS (said_no_labels), (int) no);
}

static const char *const script_outcome_labels[] = {
  [MULL_SCRIPT_OUTCOME_NONE] = NC_ ("script outcome", "No call yet"),
  [MULL_SCRIPT_OUTCOME_GOT_IT] = NC_ ("script outcome", "Got it"),
  [MULL_SCRIPT_OUTCOME_PROMISED] = NC_ ("script outcome", "Promised by a day"),
  [MULL_SCRIPT_OUTCOME_WRITE] = NC_ ("script outcome", "Asked me to write"),
  [MULL_SCRIPT_OUTCOME_REFUSED] = NC_ ("script outcome", "Refused"),
  [MULL_SCRIPT_OUTCOME_NOT_REACHED] = NC_ ("script outcome", "Not reached"),
  [MULL_SCRIPT_OUTCOME_NOT_NEEDED] = NC_ ("script outcome", "No longer needed"),
};

/**
 * mull_script_outcome_label:
 *
 * Returns: (transfer none): how a scripted call ended, in the words of the user
 */
const char *
mull_script_outcome_label (MullScriptOutcome outcome)
{
  return translate ("script outcome", script_outcome_labels, G_N_ELEMENTS (script_outcome_labels),
                    (int) outcome);
}

static const char *const side_labels[] = {
  [MULL_SIDE_US] = NC_ ("side", "We said"),
  [MULL_SIDE_THEM] = NC_ ("side", "They said"),
  [MULL_SIDE_BOTH] = NC_ ("side", "Both said"),
};

/**
 * mull_side_label:
 *
 * Returns: (transfer none): whose promise it is, in the words of the user
 */
const char *
mull_side_label (MullSide side)
{
  return translate ("side", side_labels, G_N_ELEMENTS (side_labels), (int) side);
}

static const char *const stance_labels[] = {
  [MULL_STANCE_UNKNOWN] = NC_ ("stance", "Stance unknown"),
  [MULL_STANCE_FOR] = NC_ ("stance", "For us"),
  [MULL_STANCE_NEUTRAL] = NC_ ("stance", "Neutral"),
  [MULL_STANCE_AGAINST] = NC_ ("stance", "Against us"),
};

/**
 * mull_stance_label:
 *
 * Returns: (transfer none): how a person stands to us, in the words of the user
 */
const char *
mull_stance_label (MullStance stance)
{
  return translate ("stance", stance_labels, G_N_ELEMENTS (stance_labels), (int) stance);
}

static const char *const ternary_labels[] = {
  [MULL_TERNARY_UNKNOWN] = NC_ ("answer", "Unknown"),
  [MULL_TERNARY_YES] = NC_ ("answer", "Yes"),
  [MULL_TERNARY_NO] = NC_ ("answer", "No"),
};

/**
 * mull_ternary_label:
 *
 * Returns: (transfer none): an answer that may be missing, in the words of the user
 */
const char *
mull_ternary_label (MullTernary ternary)
{
  return translate ("answer", ternary_labels, G_N_ELEMENTS (ternary_labels), (int) ternary);
}

static const char *const touch_state_labels[] = {
  [MULL_TOUCH_OPEN] = NC_ ("planned touch", "Planned"),
  [MULL_TOUCH_DONE] = NC_ ("planned touch", "Done"),
  [MULL_TOUCH_DROPPED] = NC_ ("planned touch", "Dropped"),
};

/**
 * mull_touch_state_label:
 *
 * Returns: (transfer none): what became of a planned touch, in the words of the user
 */
const char *
mull_touch_state_label (MullTouchState state)
{
  return translate ("planned touch", touch_state_labels, G_N_ELEMENTS (touch_state_labels),
                    (int) state);
}

static const char *const truth_labels[] = {
  [MULL_TRUTH_GUESS] = NC_ ("truth", "Our guess"),
  [MULL_TRUTH_TOLD] = NC_ ("truth", "Told"),
  [MULL_TRUTH_CONFIRMED] = NC_ ("truth", "Confirmed by them"),
};

/**
 * mull_truth_label:
 *
 * Returns: (transfer none): how well the reason under a roadblock is known, in the words of the
 * user
 */
const char *
mull_truth_label (MullTruth truth)
{
  return translate ("truth", truth_labels, G_N_ELEMENTS (truth_labels), (int) truth);
}

/* One line per kind; the columns are no direction, out, in, both, and out with somebody there. */
static const char *const touch_phrases[][5] = {
  [MULL_ENTRY_CALL] = { NC_ ("touch", "Call"), NC_ ("touch", "Called, not reached"),
                        NC_ ("touch", "They called"), NC_ ("touch", "Talked on the telephone"),
                        NC_ ("touch", "Talked on the telephone") },
  [MULL_ENTRY_MEETING] = { NC_ ("touch", "Meeting"), NC_ ("touch", "Came to meet, nobody there"),
                           NC_ ("touch", "They came to us"), NC_ ("touch", "Met"),
                           NC_ ("touch", "Met") },
  [MULL_ENTRY_MAIL] = { NC_ ("touch", "E-mail"), NC_ ("touch", "E-mail to them"),
                        NC_ ("touch", "E-mail from them"), NC_ ("touch", "E-mails both ways"),
                        NC_ ("touch", "E-mail to them") },
  [MULL_ENTRY_MESSAGE] = { NC_ ("touch", "Message"), NC_ ("touch", "Message to them"),
                           NC_ ("touch", "Message from them"), NC_ ("touch", "Messages both ways"),
                           NC_ ("touch", "Message to them") },
  [MULL_ENTRY_LETTER] = { NC_ ("touch", "Letter"), NC_ ("touch", "Letter to them"),
                          NC_ ("touch", "Letter from them"), NC_ ("touch", "Letters both ways"),
                          NC_ ("touch", "Letter to them") },
};

/**
 * mull_touch_phrase:
 * @kind: any kind of entry
 * @direction: who reached for whom
 * @reached: whether somebody was there
 *
 * One phrase for what an arrow and an icon say on a screen: "Called, not reached".
 *
 * Returns: (transfer none): the phrase; the label of @kind for an entry that is not a touch
 */
const char *
mull_touch_phrase (MullEntryKind kind, MullDirection direction, gboolean reached)
{
  gboolean talked = direction == MULL_DIRECTION_OUT && reached;

  if (kind >= G_N_ELEMENTS (touch_phrases))
    return mull_entry_kind_label (kind);
  return translate ("touch", touch_phrases[kind], 5, talked ? 4 : (int) direction);
}
