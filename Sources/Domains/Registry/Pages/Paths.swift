import Kernel
import Web

/// Addresses of the register's pages.
enum Paths {
    static func place(_ id: DivisionID) -> String { Links.path("/places/{id}", ["id": id.text]) }
    static func organisation(_ id: OrganisationID) -> String { Links.path("/organisations/{id}", ["id": id.text]) }
    static func asset(_ id: AssetID) -> String { Links.path("/assets/{id}", ["id": id.text]) }
    static func contract(_ id: ContractID) -> String { Links.path("/contracts/{id}", ["id": id.text]) }
    static func land(_ id: DivisionID) -> String { place(id) + "/land" }
    /// A parcel, or the outline it had on a day.
    static func parcel(_ id: ParcelID, on day: CivilDate? = nil) -> String {
        let path = Links.path("/parcels/{id}", ["id": id.text])
        return day.map { Links.address(path, query: ["on": $0.description]) } ?? path
    }

    static func certificate(_ id: CertificateNumber) -> String { Links.path("/certificates/{id}", ["id": id.text]) }
    static func original(_ id: CertificateNumber) -> String {
        Links.path("/certificates/{id}/original.pdf", ["id": id.text])
    }
    static func paper(_ id: CertificateNumber) -> String { Links.path("/certificates/{id}/paper.pdf", ["id": id.text]) }
    /// A list of a place, whole or of the rows in one state.
    static func list(_ path: String, at place: DivisionID, state: String? = nil) -> String {
        var query = ["at": place.text]
        query["state"] = state
        return Links.address(path, query: query)
    }

    /// The way down to a place; the place itself is no link.
    static func crumbs(above path: [Division], here place: Division) -> [Breadcrumb.Crumb] {
        crumbs(path.filter { $0.id != place.id }) + [Breadcrumb.Crumb(place.name)]
    }

    static func crumbs(_ path: [Division]) -> [Breadcrumb.Crumb] {
        path.map { Breadcrumb.Crumb($0.name, place($0.id)) }
    }
}
