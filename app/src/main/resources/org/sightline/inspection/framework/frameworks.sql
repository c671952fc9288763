-- All definitions that inspections go by, as one document: the names are those of the records.
SELECT json_build_object(
  'frameworks', (SELECT coalesce(json_agg(json_build_object(
      'code', framework.code, 'name', framework.name, 'body', framework.body, 'description', framework.description,
      'sameWithinDays', framework.same_within_days, 'source', framework.source,
      'versions', (SELECT coalesce(json_agg(json_build_object(
          'framework', version.framework_code, 'version', version.version, 'validFrom', version.valid_from,
          'validTo', version.valid_to, 'whatChanged', version.what_changed, 'source', version.source,
          'areaCodes', (SELECT coalesce(json_agg(judged.area_code ORDER BY judged.area_code), '[]')
            FROM framework_version_area AS judged
            WHERE (judged.framework_code, judged.version) = (version.framework_code, version.version)),
          'clocks', (SELECT coalesce(json_agg(json_build_object(
              'code', clock.code, 'name', clock.name, 'type', clock.type_code, 'beginsWith', clock.begins_with,
              'workingDays', clock.working_days, 'isRequired', clock.is_required, 'appliesTo', clock.applies_to,
              'source', clock.source) ORDER BY clock.applies_to, clock.working_days, clock.code), '[]')
            FROM framework_clock AS clock
            WHERE (clock.framework_code, clock.version) = (version.framework_code, version.version)),
          'windows', (SELECT coalesce(json_agg(json_build_object(
              'code', expected.code, 'area', expected.area_code, 'grades', expected.grade_codes,
              'nextType', expected.next_type_code, 'fromMonths', expected.from_months, 'toMonths', expected.to_months,
              'source', expected.source) ORDER BY expected.from_months, expected.code), '[]')
            FROM framework_window AS expected
            WHERE (expected.framework_code, expected.version) = (version.framework_code, version.version))
          )), '[]') FROM framework_version AS version WHERE version.framework_code = framework.code),
      'areas', (SELECT coalesce(json_agg(json_build_object(
          'framework', area.framework_code, 'code', area.code, 'name', area.name, 'scale', area.scale_code,
          'concept', area.concept, 'position', area.position, 'source', area.source) ORDER BY area.position, area.code), '[]')
        FROM judgement_area AS area WHERE area.framework_code = framework.code),
      'types', (SELECT coalesce(json_agg(json_build_object(
          'code', type.code, 'framework', type.framework_code, 'name', type.name, 'isGraded', type.is_graded,
          'areas', type.areas, 'description', type.description, 'source', type.source)
          ORDER BY type.position, type.code), '[]')
        FROM inspection_type AS type WHERE type.framework_code = framework.code)
    ) ORDER BY framework.position, framework.code), '[]') FROM inspection_framework AS framework),
  'grades', (SELECT coalesce(json_agg(json_build_object(
      'scale', grade.scale_code, 'code', grade.code, 'name', grade.name, 'position', grade.position)
      ORDER BY grade.scale_code, grade.position), '[]') FROM grade),
  'visitThemes', (SELECT coalesce(json_agg(json_build_object(
      'code', theme.code, 'name', theme.name, 'source', theme.source) ORDER BY theme.name, theme.code), '[]')
    FROM visit_theme AS theme),
  'themes', (SELECT coalesce(json_agg(json_build_object(
      'code', theme.code, 'name', theme.name, 'description', theme.description) ORDER BY theme.position, theme.code), '[]')
    FROM theme)
) AS definitions
