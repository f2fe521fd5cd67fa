/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mull-typed-words.h"

G_BEGIN_DECLS

/**
 * MullSearchFacts:
 * @title: what it is called, or %NULL if that is only where it is
 * @beside: (nullable): what else names it: the company and the people of a deal
 * @age: days since something happened with it, 0 or more
 * @is_over: whether it is closed
 *
 * What makes one thing a better answer than another.
 */
typedef struct
{
  const char *title;
  const char *beside;
  gint64 age;
  gboolean is_over;
} MullSearchFacts;

/* What only its field decides; what is newer, and not over, stands before what is not. */
#define MULL_SEARCH_RANK_IS_IT 1000
#define MULL_SEARCH_RANK_BEGINS 900
#define MULL_SEARCH_RANK_NAMES 800
#define MULL_SEARCH_RANK_NAMES_BEGIN 700
#define MULL_SEARCH_RANK_NAMES_TOGETHER 600
#define MULL_SEARCH_RANK_BESIDE 500
#define MULL_SEARCH_RANK_TEXT 300

int mull_search_rank (const MullTypedWords *words, const MullSearchFacts *facts);

G_END_DECLS
