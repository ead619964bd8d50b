import Kernel
import Registry
package import Storage
package import Web

extension Disclosure {
    /// Notices, by their titles.
    package static func finding(_ database: any Database) -> FindSource {
        { words, request in
            try database.read { tx in
                let notices = try NoticeQueries.search(words, limit: FoundGroup.most + 1, in: tx)
                let hits = notices.map { notice in
                    FoundGroup.Hit(
                        request(notice.title), request.format.date(notice.from), to: "/notices/\(notice.id)")
                }
                return [FoundGroup(50, PageText.notices, hits, list: "/notices")]
            }
        }
    }
}
