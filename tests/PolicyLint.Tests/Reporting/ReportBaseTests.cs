using PolicyLint.Reporting;

namespace PolicyLint.Tests.Reporting;

public sealed class ReportBaseTests
{
    [TestCase("a.json", "a.json")]
    [TestCase("./x/../a.json", "a.json")]
    [TestCase("x//a.json", "x/a.json")]
    [TestCase("../a.json", null)]
    [TestCase("/repo/a.json", null)]
    public void Without_folders_a_relative_name_is_one_from_the_root(string path, string? name) =>
        new ReportBase().FromRoot(path).Should().Be(name);

    [TestCase("a.json", "a.json")]
    [TestCase("/repo/infra/x/a.json", "x/a.json")]
    [TestCase("/repo/a.json", null)]
    [TestCase("../a.json", null)]
    public void The_working_folder_is_the_root_where_none_is_named(string path, string? name) =>
        new ReportBase("/repo/infra").FromRoot(path).Should().Be(name);

    [TestCase("a.json", "infra/a.json")]
    [TestCase("../a.json", "a.json")]
    [TestCase("../../a.json", null)]
    [TestCase("/repo/x/a.json", "x/a.json")]
    [TestCase("/repository/a.json", null)]
    [TestCase("/repo", null)]
    public void Below_the_root_the_way_from_it_is_the_name(string path, string? name) =>
        new ReportBase("/repo/infra", "/repo/").FromRoot(path).Should().Be(name);

    [TestCase("C:\\work\\repo\\p\\a.json", "p/a.json")]
    [TestCase("D:\\work\\repo\\a.json", null)]
    public void Drives_are_known(string path, string? name) =>
        new ReportBase("C:\\work\\repo", "C:\\work\\repo").FromRoot(path).Should().Be(name);
}
