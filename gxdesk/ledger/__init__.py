"""The register of applications (依申请公开台账): read, counted into the statutory tables, compared."""
