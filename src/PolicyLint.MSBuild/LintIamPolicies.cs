using Microsoft.Build.Framework;
using PolicyLint.Configuration;
using PolicyLint.Reporting;
using Task = Microsoft.Build.Utilities.Task;

namespace PolicyLint.MSBuild;

/// <summary>
/// The task that lints the <c>IamPolicy</c> items of a project. Errors fail the build, warnings do as the project says of warnings,
/// suggestions are messages. Offline; reads the files, the <c>policylint.json</c> above them, and its memory.
/// </summary>
public sealed class LintIamPolicies : Task
{
    /// <summary>The files: policies, templates, plans, and whatever else <see cref="Sources.PolicySources"/> reads.</summary>
    public ITaskItem[] Policies { get; set; } = [];

    /// <summary>The full path of the project, which is what is wrong where no file is.</summary>
    [Required]
    public string Project { get; set; } = "";

    /// <summary>The full path of the file that remembers a run without findings; empty to check each time.</summary>
    public string? Memory { get; set; }

    /// <summary><c>TreatWarningsAsErrors</c> of the project: anything but <c>true</c> is no.</summary>
    public string? TreatWarningsAsErrors { get; set; }

    /// <summary><c>WarningsNotAsErrors</c> of the project: rule ids that stay warnings all the same.</summary>
    public string? WarningsNotAsErrors { get; set; }

    /// <summary><c>NoWarn</c> of the project: rule ids that are not reported, whatever their severity.</summary>
    public string? NoWarn { get; set; }

    internal TimeProvider Time { get; init; } = TimeProvider.System;

    internal IReadOnlyList<Rules.Rule>? BuiltIn { get; init; }

    /// <summary>Lints the policies.</summary>
    /// <returns>False where the build is to fail: for errors, and for whatever kept a policy from being checked.</returns>
    public override bool Execute()
    {
        try
        {
            Lint();
        }
        catch (Exception exception)
        {
            // Fail closed: whatever went wrong, it must not look like a clean run.
            Log.LogError(null, BuildCode.Incomplete, null, null, Place.Of(Project).SafeFile, 0, 0, 0, 0,
                SafeText.Escape($"The policies were not checked, PolicyLint failed with {exception.GetType().Name}: {exception.Message}"));
        }

        return !Log.HasLoggedErrors;
    }

    private void Lint()
    {
        bool treatsAsErrors = string.Equals(TreatWarningsAsErrors, "true", StringComparison.OrdinalIgnoreCase);
        var report = new BuildReport(Log, new WarningSwitches(treatsAsErrors, WarningsNotAsErrors, NoWarn));
        PolicyFile[] files = [.. Policies.Where(IsNoConfiguration).Select(PolicyFile.Read)];
        if (files.Length == 0)
        {
            report.Warn(BuildCode.Nothing, Place.Of(Project), "No policy was checked: no file is an IamPolicy item of the project, such as <IamPolicy Include=\"policies/**/*.json\" />");
            return;
        }

        var today = DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime);
        CleanRun? run = string.IsNullOrEmpty(Memory) ? null : CleanRun.Of(Memory, files, today, NoWarn);
        if (run?.IsRemembered == true)
        {
            Log.LogMessage(MessageImportance.Low, "The policies are as they were when nothing was found in them.");
            return;
        }

        var configurations = new Configurations(Path.GetDirectoryName(Project)!);
        if (BuiltIn is { } rules)
            configurations = new Configurations(Path.GetDirectoryName(Project)!) { Rules = rules };

        var check = new PolicyCheck(configurations, today, report);
        foreach (PolicyFile file in files)
            check.Check(file);

        check.Review();
        if (report.IsSilent)
            run?.Remember();
    }

    // A pattern such as policies/**/*.json takes these too.
    private static bool IsNoConfiguration(ITaskItem item) => Path.GetFileName(item.ItemSpec) is not (LintConfiguration.FileName or Baseline.FileName);
}
