using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;
using PolicyLint.TestKit;

namespace PolicyLint.Rules.Tests.Meta;

/// <summary>The arrows between the assemblies, and what the core may not touch.</summary>
public sealed class ArchitectureTests
{
    // docs/architecture.md draws the same picture.
    private static readonly Dictionary<string, string[]> Arrows = new()
    {
        ["PolicyLint"] = [],
        ["PolicyLint.Rules"] = ["PolicyLint"],
        ["PolicyLint.AccessAnalyzer"] = ["PolicyLint"],
        ["PolicyLint.Sources"] = ["PolicyLint"],
        ["PolicyLint.CatalogBuilder"] = ["PolicyLint"],
        ["PolicyLint.MSBuild"] = ["PolicyLint", "PolicyLint.Rules", "PolicyLint.Sources"],
        ["PolicyLint.Cli"] = ["PolicyLint", "PolicyLint.Rules", "PolicyLint.AccessAnalyzer", "PolicyLint.Sources", "PolicyLint.CatalogBuilder"],
    };

    private static readonly string[] Banned =
    [
        "System.Console",
        "System.IO.File", "System.IO.Directory", "System.IO.Path", "System.IO.FileInfo", "System.IO.DirectoryInfo", "System.IO.FileStream",
        "System.Net.", "System.Diagnostics.Process", "System.Diagnostics.Stopwatch",
        "System.Environment.GetEnvironmentVariable",
        "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today", "System.DateTimeOffset.get_Now", "System.DateTimeOffset.get_UtcNow",
        "System.TimeProvider.get_System",
        "System.Globalization.CultureInfo.get_CurrentCulture", "System.Globalization.CultureInfo.get_CurrentUICulture",
        "System.Activator", "System.Type.GetMethod", "System.Type.GetProperty", "System.Type.GetField", "System.Type.GetConstructor", "System.Type.GetType",
        "System.Reflection.Assembly.GetTypes", "System.Reflection.Assembly.Load", "System.Reflection.MethodBase.Invoke",
        "System.Text.RegularExpressions.",
        "System.Random", "System.Guid.NewGuid",
    ];

    private static IEnumerable<string> Projects =>
        Directory.EnumerateFiles(Repository.PathOf("src"), "*.csproj", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    private static IEnumerable<System.Reflection.Assembly> Core => [typeof(PolicyDocument).Assembly, typeof(BuiltInRules).Assembly];

    [TestCaseSource(nameof(Projects))]
    public void A_project_refers_only_to_those_its_arrows_lead_to(string path)
    {
        IEnumerable<string> referred = XDocument.Load(path).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));
        Arrows.Should().ContainKey(Path.GetFileNameWithoutExtension(path));
        referred.Should().BeSubsetOf(Arrows[Path.GetFileNameWithoutExtension(path)]);
    }

    [TestCaseSource(nameof(Core))]
    public void The_core_and_the_rules_need_nothing_but_the_framework_and_each_other(System.Reflection.Assembly assembly)
    {
        string[] own = Arrows[assembly.GetName().Name!];
        assembly.GetReferencedAssemblies().Select(reference => reference.Name!)
            .Where(name => !name.StartsWith("System.", StringComparison.Ordinal))
            .Should().BeSubsetOf(own);
    }

    [TestCaseSource(nameof(Core))]
    public void The_core_and_the_rules_touch_no_console_clock_file_network_culture_or_reflection(System.Reflection.Assembly assembly)
    {
        List<string> members = ReferredMembers(assembly.Location);
        members.Should().Contain(member => member.StartsWith("System.", StringComparison.Ordinal), because: "otherwise nothing was read");
        members.Where(member => Banned.Any(banned => Touches(member, banned))).Should().BeEmpty();
    }

    // "System.Net." is a namespace, "System.Console" a type and all its members, "System.DateTime.get_Now" a member.
    private static bool Touches(string member, string banned) =>
        banned.EndsWith('.') ? member.StartsWith(banned, StringComparison.Ordinal) : member == banned || member.StartsWith($"{banned}.", StringComparison.Ordinal);

    private static List<string> ReferredMembers(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        MetadataReader metadata = file.GetMetadataReader();
        IEnumerable<string> members =
            from handle in metadata.MemberReferences
            let member = metadata.GetMemberReference(handle)
            where member.Parent.Kind == HandleKind.TypeReference
            let type = metadata.GetTypeReference((TypeReferenceHandle)member.Parent)
            select $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}.{metadata.GetString(member.Name)}";
        return [.. members];
    }
}
