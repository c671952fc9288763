UPDATE staged_breakdown SET id = breakdown.id FROM breakdown WHERE breakdown.code = staged_breakdown.code
