import Kernel
import Web

/// The pages the tests look at, rendered as the server would.
enum Rendered {
    static let now = Instant(milliseconds: 1_557_797_405_000)

    static func request(_ language: Language, path: String = "/style", form: FormState = FormState()) -> PageRequest {
        PageRequest(path: path, language: language, now: now, form: form, csrfToken: "token")
    }

    static let site = Site(
        navigation: [
            NavigationItem(Message(zh: "标的", en: "Lots"), "/lots"),
            NavigationItem(Message(zh: "村庄", en: "Villages"), "/villages"),
            NavigationItem(Message(zh: "设计样张", en: "Design sheet"), "/style"),
            NavigationItem(Message(zh: "账簿", en: "Books"), "/books", .signedIn),
            NavigationItem(Message(zh: "日志", en: "Log"), "/log"),
        ],
        head: LogHead(size: 1_204, root: "9f2c41d07be3a8551a"), isDemo: true, isLoopback: true)

    static func style(_ language: Language) -> String {
        let request = request(language)
        return PageFrame.render(StylePage.page(request), request, site: site).markup
    }
}
