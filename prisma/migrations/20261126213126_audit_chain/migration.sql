-- AlterTable
ALTER TABLE "AuditEntry" ADD COLUMN     "chain" CHAR(2),
ADD COLUMN     "hash" CHAR(64),
ADD COLUMN     "previousHash" CHAR(64),
ADD COLUMN     "seq" INTEGER;

-- By hand from here on: docs/decisions/0018-the-audit-log-is-a-chain.md

-- RFC 8785 for what the log holds: names of members are ASCII, numbers those that JavaScript writes without an exponent. As canonicalJson of domain/chain/canonical.ts.
CREATE FUNCTION "canonicalJson"("given" JSONB) RETURNS TEXT LANGUAGE plpgsql IMMUTABLE STRICT AS $$
BEGIN
  CASE jsonb_typeof("given")
    WHEN 'object' THEN
      RETURN (
        SELECT '{' || coalesce(string_agg(to_json("name")::text || ':' || CASE WHEN jsonb_typeof("member") IN ('string', 'boolean', 'null') THEN "member"::text ELSE "canonicalJson"("member") END, ',' ORDER BY "name" COLLATE "C"), '') || '}'
        FROM jsonb_each("given") AS e("name", "member"));
    WHEN 'array' THEN
      RETURN (
        SELECT '[' || coalesce(string_agg(CASE WHEN jsonb_typeof("member") IN ('string', 'boolean', 'null') THEN "member"::text ELSE "canonicalJson"("member") END, ',' ORDER BY "place"), '') || ']'
        FROM jsonb_array_elements("given") WITH ORDINALITY AS e("member", "place"));
    WHEN 'number' THEN
      IF abs("given"::numeric) >= 1e21 OR ("given"::numeric <> 0 AND abs("given"::numeric) < 1e-6) THEN
        RAISE EXCEPTION 'The audit log does not take the number %', "given";
      END IF;
      RETURN trim_scale("given"::numeric)::text;
    ELSE
      RETURN "given"::text;
  END CASE;
END $$;

-- As hashOf of domain/chain/entry.ts.
CREATE FUNCTION "auditHash"("at" TIMESTAMPTZ, "actorId" UUID, "provinceCode" TEXT, "action" TEXT, "subject" TEXT, "data" JSONB, "seq" INTEGER, "previousHash" TEXT)
RETURNS TEXT LANGUAGE sql STABLE AS $$
  SELECT encode(sha256(convert_to(
    '{"action":' || to_json("action") || ',"actorId":' || coalesce(to_json("actorId")::text, 'null')
    || ',"at":' || to_json(to_char("at" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) || ',"data":' || "canonicalJson"("data")
    || ',"previousHash":' || coalesce(to_json("previousHash")::text, 'null') || ',"provinceCode":' || coalesce(to_json("provinceCode")::text, 'null')
    || ',"seq":' || "seq" || ',"subject":' || to_json("subject") || '}', 'UTF8')), 'hex')
$$;

-- What is there already, in the order in which it was written.
DO $$
DECLARE
  "entry" RECORD;
  "own" TEXT;
  "last" TEXT;
  "number" INTEGER;
  "head" TEXT;
BEGIN
  FOR "entry" IN SELECT * FROM "AuditEntry" ORDER BY coalesce("provinceCode", '00'), "id" LOOP
    "own" := coalesce("entry"."provinceCode", '00');
    IF "own" IS DISTINCT FROM "last" THEN
      "last" := "own";
      "number" := 0;
      "head" := NULL;
    END IF;
    "number" := "number" + 1;
    UPDATE "AuditEntry" SET "chain" = "own", "seq" = "number", "previousHash" = "head",
      "hash" = "auditHash"("entry"."at", "entry"."actorId", "entry"."provinceCode", "entry"."action", "entry"."subject", "entry"."data", "number", "head")
    WHERE "id" = "entry"."id" RETURNING "hash" INTO "head";
  END LOOP;
END $$;

-- CreateIndex
CREATE UNIQUE INDEX "AuditEntry_chain_seq_key" ON "AuditEntry"("chain", "seq");

-- Which chains a transaction adds to, until its end; what is taken back to a savepoint takes its note along.
CREATE FUNCTION "noteAuditChain"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
DECLARE
  "own" TEXT := coalesce(NEW."provinceCode", '00');
  "noted" TEXT := coalesce(current_setting('songklong.audit_chains', true), '');
BEGIN
  IF position("own" IN "noted") = 0 THEN
    PERFORM set_config('songklong.audit_chains', trim("noted" || ' ' || "own"), true);
  END IF;
  NEW."chain" := NULL;
  NEW."seq" := NULL;
  NEW."previousHash" := NULL;
  RETURN NEW;
END $$;

-- At the commit: one transaction after another for each chain, all of its chains locked in the order of their codes before the first entry gets its
-- place. Nothing else is waited for from here on, so nobody waits in a circle, and the patience that a statement has with locks is not needed.
CREATE FUNCTION "chainAuditEntry"() RETURNS TRIGGER LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET lock_timeout = 0 AS $$
DECLARE
  -- As the column is: a text would be compared without the index.
  "own" CHAR(2) := coalesce(NEW."provinceCode", '00');
  "each" TEXT;
  "number" INTEGER;
  "head" TEXT;
BEGIN
  FOR "each" IN SELECT c FROM unnest(string_to_array(current_setting('songklong.audit_chains'), ' ')) AS c ORDER BY c LOOP
    PERFORM pg_advisory_xact_lock(1500014, "each"::int);
  END LOOP;
  SELECT "seq", "hash" INTO "number", "head" FROM "AuditEntry" WHERE "chain" = "own" AND "seq" IS NOT NULL ORDER BY "seq" DESC LIMIT 1;
  "number" := coalesce("number", 0) + 1;
  UPDATE "AuditEntry" SET "chain" = "own", "seq" = "number", "previousHash" = "head",
    "hash" = "auditHash"(NEW."at", NEW."actorId", NEW."provinceCode", NEW."action", NEW."subject", NEW."data", "number", "head")
  WHERE "id" = NEW."id";
  RETURN NULL;
END $$;

-- An empty log may be emptied: a restore does.
CREATE FUNCTION "keepAuditEntry"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'TRUNCATE' AND NOT EXISTS (SELECT FROM "AuditEntry") THEN
    RETURN NULL;
  END IF;
  RAISE EXCEPTION 'The audit log is only added to' USING ERRCODE = 'insufficient_privilege';
END $$;

-- What has a hash already comes from a backup.
CREATE TRIGGER "AuditEntry_note" BEFORE INSERT ON "AuditEntry" FOR EACH ROW WHEN (NEW."hash" IS NULL) EXECUTE FUNCTION "noteAuditChain"();
CREATE CONSTRAINT TRIGGER "AuditEntry_chain" AFTER INSERT ON "AuditEntry" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW."hash" IS NULL) EXECUTE FUNCTION "chainAuditEntry"();

-- The one change there is: an entry without a hash gets its place.
CREATE TRIGGER "AuditEntry_update" BEFORE UPDATE ON "AuditEntry" FOR EACH ROW WHEN (OLD."hash" IS NOT NULL
  OR (OLD."id", OLD."at", OLD."actorId", OLD."provinceCode", OLD."action", OLD."subject", OLD."data") IS DISTINCT FROM (NEW."id", NEW."at", NEW."actorId", NEW."provinceCode", NEW."action", NEW."subject", NEW."data"))
  EXECUTE FUNCTION "keepAuditEntry"();
CREATE TRIGGER "AuditEntry_delete" BEFORE DELETE ON "AuditEntry" FOR EACH ROW EXECUTE FUNCTION "keepAuditEntry"();
CREATE TRIGGER "AuditEntry_truncate" BEFORE TRUNCATE ON "AuditEntry" FOR EACH STATEMENT EXECUTE FUNCTION "keepAuditEntry"();
REVOKE UPDATE, DELETE, TRUNCATE ON "AuditEntry" FROM PUBLIC;
