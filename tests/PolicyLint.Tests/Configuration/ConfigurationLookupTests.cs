using PolicyLint.Configuration;
using PolicyLint.Rules;

namespace PolicyLint.Tests.Configuration;

/// <summary>Which configuration holds for a file.</summary>
public sealed class ConfigurationLookupTests
{
    // "hardened" and "access-analyzer" tell which file was read.
    private const string Outer = """{ "profile": "hardened" }""";
    private const string Inner = """{ "profile": "access-analyzer" }""";

    [TestCase("/repo/a/b/role.json", "hardened", "a/b/role.json")]
    [TestCase("/repo/role.json", "hardened", "role.json")]
    [TestCase("/repo/inner/x/role.json", "access-analyzer", "x/role.json")]
    [TestCase("/repo/sub/role.json", null, null)]
    [TestCase("/elsewhere/role.json", null, null)]
    public void The_nearest_holds_up_to_the_root_of_the_repository(string file, string? profile, string? path)
    {
        FileSettings settings = Lookup(new() { ["/repo/policylint.json"] = Outer, ["/repo/inner/policylint.json"] = Inner, ["/repo/.git"] = "", ["/repo/sub/.git"] = "" }).For(file);

        settings.Profile?.Value.ToName().Should().Be(profile);
        if (path is null)
            settings.Configuration.Should().BeSameAs(LintConfiguration.Empty);
        else
            settings.Path.Should().Be(path);
    }

    [Test]
    public void The_root_of_the_file_system_is_the_end()
    {
        Lookup(new() { ["/policylint.json"] = Outer }).For("/a/b.json").Profile!.Value.Value.ToName().Should().Be("hardened");
        Lookup([]).For("/a/b.json").Configuration.Should().BeSameAs(LintConfiguration.Empty);
        Lookup([]).FolderFor("/a/b.json").Should().BeNull();
    }

    [Test]
    public void Paths_of_Windows_are_paths_too()
    {
        ConfigurationLookup lookup = Lookup(new() { [@"C:\repo\policylint.json"] = """{ "files": [ { "glob": "scps/*.json", "type": "scp" } ] }""" });

        FileSettings settings = lookup.For(@"C:\repo\scps\a.json");

        settings.Type!.Value.Value.Should().Be(PolicyType.Scp);
        settings.Path.Should().Be(@"scps\a.json");
        lookup.FolderFor(@"C:\repo\scps\a.json").Should().Be(@"C:\repo\");
    }

    [Test]
    public void A_configuration_is_read_once()
    {
        int opened = 0;
        var lookup = new ConfigurationLookup([], path => ++opened > 0 && path == "/r/policylint.json" ? SourceText.From(Outer) : null, _ => false);

        FileSettings one = lookup.For("/r/a/1.json");
        FileSettings two = lookup.For("/r/a/2.json");

        two.Configuration.Should().BeSameAs(one.Configuration);
        opened.Should().Be(2);
    }

    private static ConfigurationLookup Lookup(Dictionary<string, string> files) =>
        new([], path => files.TryGetValue(path, out string? text) ? SourceText.From(text, path) : null, files.ContainsKey);
}
