using PolicyLint.Cli.Commands;

namespace PolicyLint.Cli.Completion;

/// <summary>
/// The scripts that make shells complete the command. Each hands what is typed behind the command's name, up to the cursor, to
/// <see cref="CompleteCommand"/>, and lets the shell complete files where that lists nothing.
/// </summary>
internal static class ShellScripts
{
    // Bash takes ":" and "=" for ends of words, so that only what is behind the last of them is to be replaced.
    private const string Bash =
        """
        _policylint() {
            local typed=${COMP_LINE:0:COMP_POINT} word last kept
            typed=${typed#*[[:space:]]}
            last=${typed##*[[:space:]]}
            kept=${last%"${last##*[:=]}"}
            COMPREPLY=()
            while IFS= read -r word; do
                COMPREPLY+=("${word#"$kept"}")
            done < <(policylint complete -- "$typed" 2>/dev/null)
        }
        complete -o default -F _policylint policylint

        """;

    private const string Zsh =
        """
        #compdef policylint
        _policylint() {
            local -a found
            found=("${(@f)$(policylint complete -- "${(j: :)words[2,CURRENT]}" 2>/dev/null)}")
            if [[ -n $found ]]; then compadd -a found; else _files; fi
        }
        compdef _policylint policylint

        """;

    private const string Fish =
        """
        function __policylint_words
            policylint complete -- (commandline -cp | string replace -r '^\s*\S+\s' '') 2>/dev/null
        end
        complete -c policylint -a '(__policylint_words)'

        """;

    private const string PowerShell =
        """
        Register-ArgumentCompleter -Native -CommandName policylint -ScriptBlock {
            param($word, $line, $cursor)
            $typed = $line.ToString().PadRight($cursor).Substring(0, $cursor) -replace '^\S+\s', ''
            policylint complete -- $typed 2>$null | ForEach-Object {
                [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
            }
        }

        """;

    private static readonly Dictionary<string, string> Scripts = new(StringComparer.Ordinal)
    {
        ["bash"] = Bash,
        ["zsh"] = Zsh,
        ["fish"] = Fish,
        ["pwsh"] = PowerShell,
    };

    /// <summary>The shells that there is a script for.</summary>
    public static IEnumerable<string> Shells => Scripts.Keys;

    /// <summary>The script for one of <see cref="Shells"/>.</summary>
    public static string For(string shell) => Scripts[shell];
}
