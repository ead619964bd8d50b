@main struct Qianmo { static func main() {} }
