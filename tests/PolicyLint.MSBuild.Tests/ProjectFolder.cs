using System.Text;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using PolicyLint.Rules;

namespace PolicyLint.MSBuild.Tests;

/// <summary>A project of a test's own that is built as often as the test says.</summary>
internal sealed class ProjectFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("policylint-").FullName;

    public string? TreatWarningsAsErrors { get; set; }

    public string? WarningsNotAsErrors { get; set; }

    public string? NoWarn { get; set; }

    public DateTimeOffset Now { get; set; } = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public IReadOnlyList<Rule>? Rules { get; set; }

    /// <summary>What the last build said, without its low messages.</summary>
    public List<string> Lines { get; private set; } = [];

    public List<string?> Helps { get; private set; } = [];

    /// <summary>Whether the last build checked nothing, for it knew that nothing would be found.</summary>
    public bool WasRemembered { get; private set; }

    public string this[string name] => Path.Combine(_path, name);

    public ProjectFolder With(string name, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[name])!);
        File.WriteAllBytes(this[name], Encoding.UTF8.GetBytes(content));
        return this;
    }

    public bool Build(params string[] policies)
    {
        var engine = new RecordingEngine();
        var task = new LintIamPolicies
        {
            BuildEngine = engine,
            Policies = [.. policies.Select(name => new ItemOf(name, this[name]))],
            Project = this["test.csproj"],
            Memory = this["obj/test.policylint"],
            TreatWarningsAsErrors = TreatWarningsAsErrors,
            WarningsNotAsErrors = WarningsNotAsErrors,
            NoWarn = NoWarn,
            Time = new DayOf(Now),
            BuiltIn = Rules,
        };
        bool succeeded = task.Execute();
        WasRemembered = engine.Lines.RemoveAll(line => line.Contains("Low message", StringComparison.Ordinal)) > 0;
        Lines = engine.Lines;
        Helps = engine.Helps;
        return succeeded;
    }

    public void Dispose() => Directory.Delete(_path, recursive: true);

    // An item of a project that is not in the current folder: only MSBuild knows its full path.
    private sealed class ItemOf(string name, string fullPath) : ITaskItem
    {
        private readonly TaskItem _item = new(name);

        public string ItemSpec { get => _item.ItemSpec; set => _item.ItemSpec = value; }

        public System.Collections.ICollection MetadataNames => _item.MetadataNames;

        public int MetadataCount => _item.MetadataCount;

        public string GetMetadata(string metadataName) => metadataName == "FullPath" ? fullPath : _item.GetMetadata(metadataName);

        public void SetMetadata(string metadataName, string metadataValue) => _item.SetMetadata(metadataName, metadataValue);

        public void RemoveMetadata(string metadataName) => _item.RemoveMetadata(metadataName);

        public void CopyMetadataTo(ITaskItem destinationItem) => _item.CopyMetadataTo(destinationItem);

        public System.Collections.IDictionary CloneCustomMetadata() => _item.CloneCustomMetadata();
    }

    private sealed class DayOf(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
