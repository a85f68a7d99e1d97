/* The figures that are read from a movement: growth, retention, quick ratio, lifetime value; each with its working. */
#pragma once

#include "ex-asset-look.h"
#include "ex-tiles.h"

G_BEGIN_DECLS

void ex_asset_figures_show (ExTiles *tiles, const ExAssetLook *look, ExMeasure measure);

G_END_DECLS
