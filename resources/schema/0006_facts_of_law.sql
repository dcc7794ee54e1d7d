-- What the law asks of a home and of a referral and version 5 had no place for: the extension of a temporary approval (regulation 25),
-- carers who are approved as adopters too, the category of supported accommodation, why a child is not with a parent, and what the court
-- has ordered where a child may not come and go.

ALTER TABLE setting ADD COLUMN temporary_approval_until TEXT CHECK (temporary_approval_until IS date(temporary_approval_until));
ALTER TABLE setting ADD COLUMN approved_adopters INTEGER NOT NULL DEFAULT 0 CHECK (approved_adopters IN (0, 1));
ALTER TABLE setting ADD COLUMN category INTEGER CHECK (category BETWEEN 1 AND 4);

ALTER TABLE referral ADD COLUMN why_not_parents TEXT NOT NULL DEFAULT '';
ALTER TABLE referral ADD COLUMN liberty_deprived INTEGER NOT NULL DEFAULT 0 CHECK (liberty_deprived IN (0, 1));
ALTER TABLE referral ADD COLUMN liberty_criterion TEXT CHECK (liberty_criterion IN ('neither', 'absconds', 'injures'));
ALTER TABLE referral ADD COLUMN liberty_order_number TEXT NOT NULL DEFAULT '';
ALTER TABLE referral ADD COLUMN liberty_order_from TEXT CHECK (liberty_order_from IS date(liberty_order_from));
ALTER TABLE referral ADD COLUMN liberty_order_until TEXT CHECK (liberty_order_until IS date(liberty_order_until));
