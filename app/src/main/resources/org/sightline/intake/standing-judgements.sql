SELECT account_id, area_code, grade_code, missing, stated_as FROM judgement WHERE owner_key = 0
