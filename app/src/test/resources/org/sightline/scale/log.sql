-- A year of the access log: 500 reads of each council's data, by those whom it has agreed with, in the months' partitions that a running
-- service makes. The year stands in measured_year.
-- Keys are not looked up: they are those of agreements that stand.
SET session_replication_role = replica;

DO $$
DECLARE
  month date;
BEGIN
  FOR month IN
    SELECT generate_series(date_trunc('month', now() - make_interval(years => years_back + 1)),
      date_trunc('month', now() - make_interval(years => years_back)), interval '1 month')::date FROM measured_year
  LOOP
    IF to_regclass(format('public.access_log_%s', to_char(month, 'YYYY_MM'))) IS NULL THEN
      EXECUTE format('CREATE TABLE public.access_log_%s PARTITION OF public.access_log FOR VALUES FROM (%L) TO (%L)',
        to_char(month, 'YYYY_MM'), month::timestamp AT TIME ZONE 'UTC', (month + interval '1 month') AT TIME ZONE 'UTC');
      EXECUTE format('ALTER TABLE public.access_log_%s ENABLE ROW LEVEL SECURITY', to_char(month, 'YYYY_MM'));
      EXECUTE format('ALTER TABLE public.access_log_%s OWNER TO %I', to_char(month, 'YYYY_MM'),
        (SELECT tableowner FROM pg_tables WHERE schemaname = 'public' AND tablename = 'access_log'));
    END IF;
  END LOOP;
END
$$;

INSERT INTO access_log (at, owner_organisation_id, dataset, agreement_id, reader_member_id, reader_organisation_id, reader_name, request_id,
  operation_name, document, kind, row_count, indicator_codes, period_codes)
SELECT now() - make_interval(years => years_back) - make_interval(secs => number * 365.0 * 86400 / 500), agreement.owner_id,
  CASE number % 5 WHEN 0 THEN 'PLANS' WHEN 1 THEN 'INSPECTIONS' ELSE 'INDICATORS' END, agreement.id, agreement.recipient_member_id,
  agreement.recipient_id, 'Analyst 1', gen_random_uuid()::text, 'RegionalStanding',
  'query RegionalStanding($indicator: IndicatorCode!, $region: String!) { benchmark(indicator: $indicator, among: {region: $region}) { period { label }'
    || ' standings { area { name } value missing numerator denominator rank { position of } band change { value } observation { releases { code'
    || ' publishedOn } } } mean { value n } median { value } } }',
  'READ', 1 + number % 40,
  CASE WHEN number % 5 > 1 THEN '{assessments-within-45-days-local}'::text[] END,
  CASE WHEN number % 5 > 1 THEN ARRAY[to_char(now() - make_interval(years => years_back), 'YYYY-MM')] END
FROM measured_year CROSS JOIN generate_series(1, 500) AS number CROSS JOIN measured_council AS council
CROSS JOIN LATERAL (
  SELECT * FROM measured_agreement WHERE measured_agreement.owner_id = council.organisation_id
  ORDER BY measured_agreement.id OFFSET number % greatest(1, (
    SELECT count(*) FROM measured_agreement AS counted WHERE counted.owner_id = council.organisation_id)) LIMIT 1) AS agreement;
RESET session_replication_role;
