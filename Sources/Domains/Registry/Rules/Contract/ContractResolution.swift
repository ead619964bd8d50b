import Kernel

extension Resolution? {
    /// Throws unless the register has the resolution, the lessor passed it, and it is on letting; for an outsider on land, on
    /// contracting to outsiders (Contracting Law, art. 52).
    func opens(_ id: ResolutionID, of lessor: OrganisationID, isOutsidersLand: Bool) throws(Rejection) {
        guard let record = self else { throw RegistryRefusal.resolutionUnknown(id.text) }
        let matters: [ResolutionMatter] =
            isOutsidersLand
            ? [.outsiderContracting] : [.assetLease, .outsiderContracting, .committeeMatter, .groupMatter]
        guard record.organisation == lessor, record.isPassed, matters.contains(record.matter) else {
            throw RegistryRefusal.resolutionUnfit()
        }
    }
}
