"""A page of each kind, by the path below its language."""

REF = "dex-mex/2026"

# Every state and end that this program reaches has a page of its own.
KINDS = {
    "home": "",
    "open": f"opportunities/{REF}/tide-alerts/",
    "closing soon": f"opportunities/{REF}/glossary/",
    "planned": f"opportunities/{REF}/vessel-reminders/",
    "evaluation": f"opportunities/{REF}/station-loader/",
    "awarded": f"opportunities/{REF}/date-filter/",
    "unsuccessful": f"opportunities/{REF}/alt-text/",
    "cancelled": f"opportunities/{REF}/print-layout/",
    "another method": f"opportunities/{REF}/keyboard-map/",
    "awards": "awards/",
    "award": f"awards/{REF}/date-filter/maple-works/",
    "award by draw": f"awards/{REF}/drawn-prizes/maple-works/",
    "award by a second draw": f"awards/{REF}/second-draws/atelier-boreal/",
    "award by rating": f"awards/{REF}/rated-badges/maple-works/",
    "ended over a closing": f"opportunities/{REF}/none-passing/",
    "rules": "rules/",
    "rule": "rules/OPP101/",
    "for suppliers": "guide/suppliers/",
    "for owners": "guide/owners/",
    "how a winner follows": "guide/how-a-winner-follows/",
    "for hosts": "guide/host/",
    "a whole purchase": "guide/purchase-fixed-price-draw/",
    "terms of contracts": "terms/2026-1/",
    "accessibility": "accessibility/",
    "privacy": "privacy/",
    "notices": "terms-and-conditions/",
    "contact": "contact/",
    "about": "about/",
}
