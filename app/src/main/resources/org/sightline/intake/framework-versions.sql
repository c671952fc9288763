SELECT version.framework_code, version.version, version.valid_from,
  array_agg(area.area_code) FILTER (WHERE area.area_code IS NOT NULL) AS areas
FROM framework_version AS version LEFT JOIN framework_version_area AS area USING (framework_code, version)
GROUP BY version.framework_code, version.version, version.valid_from
